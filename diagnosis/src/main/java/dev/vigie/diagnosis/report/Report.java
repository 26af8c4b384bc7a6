package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.facts.Coverage;
import dev.vigie.diagnosis.facts.GatheredLogs.SourceSummary;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.knowledge.Area;
import dev.vigie.diagnosis.knowledge.FactDefinition;
import dev.vigie.diagnosis.knowledge.Fix;
import dev.vigie.diagnosis.reasoning.Reason;
import dev.vigie.diagnosis.reasoning.Word;
import dev.vigie.formats.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a diagnosis found ({@code vigie.report/1}): codes and arguments, no prose, in a fixed order.
 *
 * @param made when the report was made, by the clock it was given
 * @param now the time up to which the machines were looked at
 * @param since the beginning of the period asked for; empty for everything
 * @param areas what was looked at
 * @param parts one for each machine, or a single one when roles were named
 * @param sources what was read, in the order given
 * @param problems damage and oddities of the sources, in order
 */
public record Report(Instant made, Instant now, Optional<Instant> since, List<Area> areas, List<Part> parts,
        List<Source> sources, List<Problem> problems) {
    /** The name and version of this form. */
    public static final String SCHEMA = "vigie.report/1";

    /** Copies the lists. */
    public Report {
        areas = List.copyOf(areas);
        parts = List.copyOf(parts);
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /** The worst status of all parts; not assessable when there is none. */
    public Status status() {
        return parts.stream().map(Part::status).min(Comparable::compareTo).orElse(Status.NOT_ASSESSABLE);
    }

    /** The same with digests of the sources, by the name of the source, as {@link SourceDigest} makes them. */
    public Report withDigests(Map<String, String> sha256) {
        List<Source> digested = sources.stream().map(source -> new Source(source.summary(),
                Optional.ofNullable(sha256.get(source.summary().name())).or(source::sha256))).toList();
        return new Report(made, now, since, areas, parts, digested, problems);
    }

    /**
     * One machine, or one timeline of several in named roles.
     *
     * @param machines whom it is about
     * @param status the whole in one word
     * @param verdicts the causes that are confirmed, likely, possible or past, the strongest first
     * @param ruledOut the causes that are not at work, each with its reason, in the order of the knowledge
     * @param unassessed the causes of which nothing can be said, and what would settle them
     * @param topics what is said of each topic
     * @param question the next question, if one is worth asking
     * @param symptoms what the user typed, and what is said of it
     * @param noise events that look like trouble and are none
     * @param unexplained errors of the relevant event sets that no verdict explains
     * @param evidence the events the others refer to: E1, E2, ...
     * @param fixes the fixes the verdicts refer to: F1, F2, ...
     * @param coverage how much of each channel was read
     * @param clockSteps by how much the machines' clocks were set while they logged
     * @param skew by how much the clock of the second role is ahead of that of the first, when that is known
     */
    public record Part(List<Machine> machines, Status status, List<Verdict> verdicts, List<RuledOut> ruledOut,
            List<Unassessed> unassessed, List<TopicState> topics, Optional<Question> question, List<Symptom> symptoms,
            List<NoiseCount> noise, List<Unexplained> unexplained, List<Evidence> evidence, List<FixPlan> fixes,
            List<MachineCoverage> coverage, List<Step> clockSteps, Optional<Duration> skew) {
        /** Copies the lists. */
        public Part {
            machines = List.copyOf(machines);
            verdicts = List.copyOf(verdicts);
            ruledOut = List.copyOf(ruledOut);
            unassessed = List.copyOf(unassessed);
            topics = List.copyOf(topics);
            symptoms = List.copyOf(symptoms);
            noise = List.copyOf(noise);
            unexplained = List.copyOf(unexplained);
            evidence = List.copyOf(evidence);
            fixes = List.copyOf(fixes);
            coverage = List.copyOf(coverage);
            clockSteps = List.copyOf(clockSteps);
        }

        /** The evidence of a reference such as {@code E1}. */
        public Optional<Evidence> evidence(String ref) {
            return evidence.stream().filter(item -> item.ref().equals(ref)).findFirst();
        }
    }

    /**
     * A machine of a part.
     *
     * @param role the part it plays
     * @param names every name its logs write, the newest first
     */
    public record Machine(Role role, List<String> names) {
        /** Copies the names. */
        public Machine {
            names = List.copyOf(names);
        }
    }

    /**
     * A cause that is, may be or was at work.
     *
     * @param cause its id
     * @param topic the topic it competes in
     * @param word what is said of it
     * @param score the sum of its prior and its lines
     * @param lead by how much the score is above that of the best rival; negative when a rival is ahead
     * @param rival that rival; empty for <em>something else</em>
     * @param prior the points of its prior
     * @param lines what speaks for and against it, line by line
     * @param fixes references to the fixes that remove it
     * @param pastAt when it was cleared, for a past one
     */
    public record Verdict(String cause, String topic, Word word, double score, double lead, Optional<String> rival,
            int prior, List<ScoreLine> lines, List<String> fixes, Optional<Instant> pastAt) {
        /** Copies the lists. */
        public Verdict {
            lines = List.copyOf(lines);
            fixes = List.copyOf(fixes);
        }
    }

    /**
     * One signal's part in a score.
     *
     * @param signal the signal
     * @param proven true when the signal is true, false when it is proven false
     * @param points what it adds; negative when it subtracts
     * @param group the group it is in, if any
     * @param counted false when a stronger signal of its group counts instead
     * @param arguments what its text needs: {@code event.id}, {@code event.time}, {@code data.NAME}, {@code data.1},
     *        {@code status}, {@code count}
     * @param evidence references to the events that made it true, the newest first
     * @param reasons why it is false
     */
    public record ScoreLine(String signal, boolean proven, double points, Optional<String> group, boolean counted,
            SortedMap<String, String> arguments, List<String> evidence, List<Reason> reasons) {
        /** Copies the collections. */
        public ScoreLine {
            arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
            evidence = List.copyOf(evidence);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A cause that is not at work.
     *
     * @param cause its id
     * @param topic the topic it competes in
     * @param reason why
     * @param evidence references to the events that show it, if events do
     */
    public record RuledOut(String cause, String topic, Reason reason, List<String> evidence) {
        /** Copies the list. */
        public RuledOut {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A cause of which nothing can be said.
     *
     * @param cause its id
     * @param topic the topic it competes in
     * @param reasons what is not known, without duplicates
     * @param question the question that would settle it best, if one would
     */
    public record Unassessed(String cause, String topic, List<Reason> reasons, Optional<Question> question) {
        /** Copies the list. */
        public Unassessed {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A fact to find out.
     *
     * @param fact the fact
     * @param topic the topic that asks
     * @param cost 1 trivial to 5 intrusive or slow
     * @param gain the expected gain of information in bits
     * @param outcomes what the answer can be
     * @param ask the command that tells, and on which machine
     * @param separates the causes between which the answer decides
     */
    public record Question(String fact, String topic, int cost, double gain, List<String> outcomes,
            Optional<FactDefinition.Ask> ask, List<String> separates) {
        /** Copies the lists. */
        public Question {
            outcomes = List.copyOf(outcomes);
            separates = List.copyOf(separates);
        }
    }

    /**
     * What is said of a topic.
     *
     * @param topic its id
     * @param state the strongest word of its causes; ruled out when every cause is
     * @param symptom whether its symptom is there; empty when it names none
     * @param checked how many of its causes were checked and are fine
     * @param causes how many causes it has
     */
    public record TopicState(String topic, Word state, Optional<String> symptom, int checked, int causes) {
    }

    /**
     * What the user typed.
     *
     * @param typed as typed
     * @param codes what it decodes to, as codes with their names
     * @param events events of the vocabulary it names, as {@code Provider/id}
     * @param claims claims of articles it meets
     * @param causes causes it names by id or alias
     * @param areas areas it opens
     * @param found whether such an event is in the logs: a reference to the newest
     */
    public record Symptom(String typed, List<String> codes, List<String> events, List<String> claims,
            List<String> causes, List<Area> areas, Optional<String> found) {
        /** Copies the lists. */
        public Symptom {
            codes = List.copyOf(codes);
            events = List.copyOf(events);
            claims = List.copyOf(claims);
            causes = List.copyOf(causes);
            areas = List.copyOf(areas);
        }
    }

    /**
     * Events that look like trouble and are none.
     *
     * @param noise the id
     * @param topic the topic that says so
     * @param count how many there are in the period
     * @param first the time of the oldest
     * @param last the time of the newest
     */
    public record NoiseCount(String noise, String topic, long count, Instant first, Instant last) {
    }

    /**
     * Errors that no verdict explains.
     *
     * @param provider the provider
     * @param id the event id
     * @param count how many there are in the period
     * @param evidence a reference to the newest
     */
    public record Unexplained(String provider, int id, long count, String evidence) {
    }

    /**
     * An event that is referred to.
     *
     * @param ref {@code E1}
     * @param role whose log it is in
     * @param computer the computer as written
     * @param provider the provider
     * @param channel the channel
     * @param id the event id
     * @param recordId the number of the record
     * @param time when it was written
     * @param source the source it was read from
     * @param offset bytes from the start of the source, or -1
     * @param data the payload as text in order: each a name, which may be empty, and a value
     */
    public record Evidence(String ref, Role role, String computer, String provider, String channel, int id,
            long recordId, Instant time, String source, long offset, List<Map.Entry<String, String>> data) {
        /** Copies the list. */
        public Evidence {
            data = List.copyOf(data);
        }
    }

    /**
     * A fix that is proposed.
     *
     * @param ref {@code F1}
     * @param topic the topic that knows it
     * @param fix the fix
     * @param causes the causes with a verdict that it removes
     */
    public record FixPlan(String ref, String topic, Fix fix, List<String> causes) {
        /** Copies the list. */
        public FixPlan {
            causes = List.copyOf(causes);
        }
    }

    /**
     * How much of a channel was read.
     *
     * @param role whose log it is
     * @param coverage how much
     */
    public record MachineCoverage(Role role, Coverage coverage) {
    }

    /**
     * A moment at which a machine's clock was set back.
     *
     * @param role whose clock
     * @param channel the log in which it is seen
     * @param before the time of the record before it
     * @param after the time of the next record
     */
    public record Step(Role role, String channel, Instant before, Instant after) {
    }

    /**
     * A source that was read.
     *
     * @param summary what it held
     * @param sha256 its digest in lower-case hexadecimal, when it was asked for
     */
    public record Source(SourceSummary summary, Optional<String> sha256) {
    }
}
