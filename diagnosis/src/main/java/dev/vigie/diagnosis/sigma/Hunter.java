package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.MatchProgram.CompiledRule;
import dev.vigie.diagnosis.sigma.RuleHit.MatchedField;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Matches events with the rules of a {@link Hunt}. For one thread. */
public final class Hunter {
    private final Hunt hunt;
    private final IdentityHashMap<MatchProgram, MatchState> states = new IdentityHashMap<>();
    private String channel = "";
    private Hunt.ChannelPrograms programs;

    Hunter(Hunt hunt) {
        this.hunt = hunt;
        programs = hunt.programs(channel);
    }

    /**
     * The rules that match an event, in the order they were loaded in.
     *
     * @param event may be borrowed
     * @param problems receives what could not be decided
     */
    public List<RuleHit> match(EventCursor event, Consumer<? super Problem> problems) {
        if (!event.hasText(SystemField.CHANNEL, channel)) {
            channel = event.channel();
            programs = hunt.programs(channel);
        }
        MatchProgram program = programs.of(event.eventId());
        if (program.rules().isEmpty()) {
            return List.of();
        }
        Event whole = event.toEvent();
        MatchState state = states.computeIfAbsent(program, MatchState::new);
        int candidates = state.load(whole);
        List<RuleHit> hits = new ArrayList<>(0);
        for (int i = 0; i < candidates; i++) {
            CompiledRule rule = state.candidate(i);
            switch (state.decide(rule)) {
                case HIT -> hits.add(new RuleHit(rule.rule(), whole, matched(rule, state)));
                case UNDECIDED -> problems
                        .accept(Problem.of(SigmaProblem.REGEX_LIMIT, whole.place(), rule.rule().title()));
                case NO_HIT -> {
                    // The next one.
                }
            }
        }
        return hits;
    }

    private static List<MatchedField> matched(CompiledRule rule, MatchState state) {
        Set<MatchedField> matched = new LinkedHashSet<>();
        rule.node().explain(state, (field, value) -> matched.add(new MatchedField(field, value)));
        return new ArrayList<>(matched);
    }
}
