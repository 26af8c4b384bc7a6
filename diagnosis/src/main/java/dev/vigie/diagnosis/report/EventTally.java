package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.facts.LogEvent;
import dev.vigie.diagnosis.reasoning.CauseVerdict;
import dev.vigie.diagnosis.reasoning.ScoreLine;
import dev.vigie.diagnosis.reasoning.TopicResult;
import dev.vigie.diagnosis.reasoning.Word;
import dev.vigie.diagnosis.report.Report.NoiseCount;
import dev.vigie.diagnosis.report.Report.Unexplained;
import dev.vigie.formats.events.SystemField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the events that explain nothing: noise, and errors that no verdict accounts for. */
final class EventTally {
    private static final int ERROR = 2;
    private final List<TopicResult> topics;
    private final List<NoiseCount> noise = new ArrayList<>();
    private final Set<LogEvent> explained = new HashSet<>();

    EventTally(List<TopicResult> topics) {
        this.topics = topics;
        for (TopicResult topic : topics) {
            topic.noise().forEach((id, events) -> {
                noise.add(new NoiseCount(id, topic.topic().id(), events.size(), events.getFirst().time(),
                        events.getLast().time()));
                explained.addAll(events);
            });
            for (CauseVerdict verdict : topic.verdicts()) {
                if (verdict.word().compareTo(Word.PAST) <= 0) {
                    verdict.lines().stream().filter(line -> line.proven() && line.points() > 0).map(ScoreLine::signal)
                            .forEach(signal -> explained.addAll(topic.signal(signal).events()));
                }
            }
        }
    }

    List<NoiseCount> noise() {
        return noise;
    }

    /** By provider and id; an event counts once however many topics look at it. */
    List<Unexplained> unexplained(EvidenceList evidence) {
        Map<String, Set<LogEvent>> byKind = new TreeMap<>();
        Set<String> explainedKinds = new HashSet<>();
        explained.forEach(event -> explainedKinds.add(kind(event)));
        for (TopicResult topic : topics) {
            topic.events().values().forEach(events -> events.stream().filter(EventTally::isError)
                    .filter(event -> !explained.contains(event) && !explainedKinds.contains(kind(event)))
                    .forEach(event -> byKind.computeIfAbsent(kind(event), _ -> new HashSet<>()).add(event)));
        }
        return byKind.values().stream().map(events -> {
            LogEvent newest = events.stream().max(LogEvent.BY_TIME).orElseThrow();
            return new Unexplained(newest.provider(), newest.id(), events.size(), evidence.ref(newest));
        }).toList();
    }

    private static String kind(LogEvent event) {
        return event.provider() + "/" + event.id();
    }

    /** Level 0 is "log always" and says nothing. */
    private static boolean isError(LogEvent event) {
        long level = event.event().number(SystemField.LEVEL, 0);
        return level >= 1 && level <= ERROR;
    }
}
