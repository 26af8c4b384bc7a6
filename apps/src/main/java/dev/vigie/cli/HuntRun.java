package dev.vigie.cli;

import dev.vigie.diagnosis.sigma.Hunt;
import dev.vigie.diagnosis.sigma.Hunter;
import dev.vigie.diagnosis.sigma.RuleHit;
import dev.vigie.diagnosis.sigma.SigmaRule;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.ParallelPlan;
import dev.vigie.formats.events.merge.MergedEvents;
import dev.vigie.formats.events.query.EventFilter;
import dev.vigie.formats.events.query.QueryContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Matches the events of many sources with rules, each source on all processors, and gives the hits in their order. */
final class HuntRun {
    private final Session session;
    private final Hunt hunt;
    private final EventSelection selection;
    private final Optional<EventFilter> filter;
    private final QueryContext context;
    private final HuntOutput output;
    private final DamageReport damage;
    private final Queue<Hunter> idle = new ConcurrentLinkedQueue<>();
    private final Set<SigmaRule> hitRules = new HashSet<>();
    private long events;
    private long hits;

    HuntRun(Session session, Hunt hunt, EventSelection selection, HuntOutput output) throws IOException {
        this.session = session;
        this.hunt = hunt;
        this.selection = selection;
        this.filter = selection.filter(session);
        this.context = selection.context(session);
        this.output = output;
        this.damage = new DamageReport(session);
    }

    /** How many events were looked at. */
    long events() {
        return events;
    }

    /** How often a rule matched. */
    long hits() {
        return hits;
    }

    /** How many rules matched. */
    int hitRules() {
        return hitRules.size();
    }

    /** Reads everything; false when nothing could be read. */
    boolean run() throws IOException {
        try (EventInputs inputs = selection.inputs(session)) {
            if (selection.isUnique()) {
                readUnique(inputs);
                return inputs.openedAny();
            }
            for (EventInputs.Input input : inputs.all()) {
                read(inputs.open(input));
            }
            return inputs.openedAny();
        }
    }

    private void readUnique(EventInputs inputs) throws IOException {
        try (MergedEvents merged = inputs.merged(filter, context, true)) {
            read(merged);
            damage.tellDuplicates(merged.duplicates());
        }
    }

    private void read(Optional<EventSource> opened) throws IOException {
        if (opened.isPresent()) {
            try (EventSource source = opened.get()) {
                read(source);
            }
        }
    }

    private void read(EventSource source) throws IOException {
        if (source instanceof EvtxFile file) {
            damage.add(file.fileProblems());
            try (Progress progress = new Progress(session, file.chunkCount(), session.terminal().outIsTerminal())) {
                file.process(chunk -> {
                    Findings findings = new Findings();
                    chunk.read(findings);
                    findings.release();
                    return findings;
                }, findings -> {
                    progress.step(file.name());
                    take(findings);
                }, ParallelPlan.ofProcessors());
            }
        } else {
            Batch batch = new Batch();
            source.read(batch);
            batch.handOver();
        }
        damage.endOfSource(source.name());
    }

    private void take(Findings findings) {
        damage.add(findings.problems);
        events += findings.events;
        hits += findings.hits.size();
        for (RuleHit hit : findings.hits) {
            hitRules.add(hit.rule());
            output.add(hit);
        }
    }

    /** Hands the findings in a source without chunks over while it is read, so that none of it stays in memory. */
    private final class Batch implements EventSink {
        private static final int EVENTS = 1024;
        private Findings findings = new Findings();

        @Override
        public void event(EventCursor event) {
            findings.event(event);
            if (findings.events >= EVENTS) {
                handOver();
            }
        }

        @Override
        public void problem(Problem problem) {
            findings.problem(problem);
        }

        void handOver() {
            findings.release();
            take(findings);
            findings = new Findings();
        }
    }

    /** What was found in a part of a source. */
    private final class Findings implements EventSink {
        private final Hunter hunter;
        private final List<RuleHit> hits = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private long events;

        Findings() {
            Hunter free = idle.poll();
            hunter = free == null ? hunt.hunter() : free;
        }

        @Override
        public void event(EventCursor event) {
            if (filter.isEmpty() || filter.get().matches(event, context)) {
                events++;
                hits.addAll(hunter.match(event, problems::add));
            }
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        void release() {
            idle.add(hunter);
        }
    }
}
