package dev.vigie.diagnosis.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules compiled for matching events.
 *
 * <p>Rules are filed under channel and event id; the rules of a channel and id are compiled together when the first such
 * event comes, so that start-up pays only for what the logs hold. Safe for use by several threads, each with a
 * {@link Hunter} of its own.
 */
public final class Hunt {
    private final List<SigmaRule> rules = new ArrayList<>();
    private final List<RejectedRule> rejected;
    private final Map<String, ChannelRules> byChannel = new HashMap<>();
    private final ChannelRules ofAnyChannel = new ChannelRules();
    private final Map<String, ChannelPrograms> programs = new HashMap<>();
    private final ChannelPrograms programsOfOtherChannels = new ChannelPrograms(new ChannelRules());

    private Hunt(RuleSet ruleSet, LogSources sources) {
        rejected = new ArrayList<>(ruleSet.rejected());
        for (SigmaRule rule : ruleSet.rules()) {
            add(rule, sources);
        }
        byChannel.forEach((channel, channelRules) -> programs.put(channel, new ChannelPrograms(channelRules)));
    }

    /** A rule, the kind of event it is for, and the event ids it can match. */
    private record Entry(SigmaRule rule, EventKind kind, Optional<Set<Integer>> ids) {
    }

    /** The rules of a channel by event id, each list in the order of the rules. */
    private static final class ChannelRules {
        private final List<Entry> entries = new ArrayList<>();
        private final Set<Integer> namedIds = new HashSet<>();

        void add(Entry entry) {
            entries.add(entry);
            entry.ids().ifPresent(namedIds::addAll);
        }
    }

    /** The programs of a channel, compiled when they are needed. */
    final class ChannelPrograms {
        private final ChannelRules rules;
        private final Map<Integer, MatchProgram> byId = new ConcurrentHashMap<>();

        private ChannelPrograms(ChannelRules rules) {
            this.rules = rules;
        }

        /** The program for events of an id. */
        MatchProgram of(int id) {
            boolean named = rules.namedIds.contains(id) || ofAnyChannel.namedIds.contains(id);
            // Ids that no rule names share one program.
            return byId.computeIfAbsent(named ? id : -1, this::compile);
        }

        private MatchProgram compile(int id) {
            ProgramCompiler compiler = new ProgramCompiler();
            boolean any = false;
            for (List<Entry> entries : List.of(rules.entries, ofAnyChannel.entries)) {
                for (Entry entry : entries) {
                    if (entry.ids().map(ids -> ids.contains(id)).orElse(true)) {
                        compiler.add(entry.rule(), entry.kind());
                        any = true;
                    }
                }
            }
            return any ? compiler.program() : MatchProgram.EMPTY;
        }
    }

    /** Compiles rules; those whose log source has no counterpart are among {@link #rejected()}. */
    public static Hunt of(RuleSet rules, LogSources sources) {
        return new Hunt(rules, sources);
    }

    private void add(SigmaRule rule, LogSources sources) {
        LogSource source = rule.logSource();
        if (!source.product().isEmpty() && !source.product().equals("windows")) {
            reject(rule, SigmaProblem.OTHER_PRODUCT, source.product());
            return;
        }
        List<EventKind> kinds = sources.kinds(source);
        if (kinds.isEmpty()) {
            reject(rule, SigmaProblem.UNMAPPED_LOG_SOURCE, source.toString());
            return;
        }
        rules.add(rule);
        Optional<Set<Integer>> named = EventIds.of(rule.detection().root());
        for (EventKind kind : kinds) {
            add(new Entry(rule, kind, EventIds.both(named, kind.ids())));
        }
    }

    private void add(Entry entry) {
        if (entry.kind().channels().isEmpty()) {
            ofAnyChannel.add(entry);
        }
        for (String channel : entry.kind().channels()) {
            byChannel.computeIfAbsent(channel, _ -> new ChannelRules()).add(entry);
        }
    }

    private void reject(SigmaRule rule, SigmaProblem code, String argument) {
        RuleFinding finding = new RuleFinding(code, rule.line(), List.of(argument));
        rejected.add(new RejectedRule(rule.file(), rule.line(), rule.title(), List.of(finding)));
    }

    /** The rules that events are matched with. */
    public List<SigmaRule> rules() {
        return List.copyOf(rules);
    }

    /** The rules that are not used, with every reason. */
    public List<RejectedRule> rejected() {
        return List.copyOf(rejected);
    }

    /** A hunter for one thread. */
    public Hunter hunter() {
        return new Hunter(this);
    }

    /** The programs for events of a channel. */
    ChannelPrograms programs(String channel) {
        return programs.getOrDefault(Folding.fold(channel), programsOfOtherChannels);
    }
}
