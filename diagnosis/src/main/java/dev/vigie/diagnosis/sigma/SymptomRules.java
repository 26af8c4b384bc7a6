package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.EventSet;
import dev.vigie.diagnosis.knowledge.Expression;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.Selection;
import dev.vigie.diagnosis.knowledge.Signal;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.knowledge.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The signals of our own knowledge that one event shows, as Sigma rules; and those that cannot be said that way.
 *
 * @param written the rules
 * @param left the signals that are left out, with the reason
 */
public record SymptomRules(List<Written> written, List<Left> left) {
    /** Copies the lists. */
    public SymptomRules {
        written = List.copyOf(written);
        left = List.copyOf(left);
    }

    /**
     * A rule file.
     *
     * @param fileName its name
     * @param content its YAML
     */
    public record Written(String fileName, String content) {
    }

    /**
     * A signal without a rule.
     *
     * @param topic its topic
     * @param signal its name
     * @param reason why
     */
    public record Left(String topic, String signal, Reason reason) {
    }

    /** Why a signal is no Sigma rule. */
    public enum Reason {
        /** It is about several events, their order or their number, or about facts that are no events. */
        NOT_ONE_EVENT("not-one-event"),
        /** It reads a value by its place, which Sigma has no name for. */
        POSITION("position"),
        /** It decodes a status code, a SID or a number, where Sigma compares text. */
        DECODING("decoding"),
        /** It tells an absent field from another value in a way Sigma does not. */
        LOGIC("logic");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The stable name. */
        public String key() {
            return key;
        }
    }

    /** The rules of some knowledge, described by its English texts. */
    public static SymptomRules of(Knowledge knowledge, Map<String, String> texts) {
        List<Written> written = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        LogSources sources = LogSources.standard();
        for (Topic topic : knowledge.topics().values()) {
            for (Signal signal : topic.signals().values()) {
                List<Cause> causes = topic.causes().values().stream()
                        .filter(cause -> cause.supports().containsKey(signal.name())).toList();
                if (!causes.isEmpty()) {
                    try {
                        written.add(rule(topic, signal, causes, texts, sources));
                    } catch (InexpressibleException e) {
                        left.add(new Left(topic.id(), signal.name(), e.reason()));
                    }
                }
            }
        }
        return new SymptomRules(written, left);
    }

    private static Written rule(Topic topic, Signal signal, List<Cause> causes, Map<String, String> texts,
            LogSources sources) throws InexpressibleException {
        List<SymptomDetection> detections = new ArrayList<>();
        for (Expression term : signal.expression() instanceof Expression.Or(List<Expression> terms)
                ? terms
                : List.of(signal.expression())) {
            detections.add(detection(topic, term));
        }
        Optional<String> service = service(detections, sources);
        RuleText text = new RuleText();
        String name = topic.id() + "." + signal.name();
        text.scalar("title", title(topic, signal, detections, texts));
        text.scalar("id", StableId.of(name).toString());
        text.scalar("status", "experimental");
        text.scalar("description", description(topic, causes, texts));
        text.list("references", causes.stream().map(cause -> "vigie explain " + cause.id()).toList());
        text.scalar("author", "Vigie");
        text.begin("logsource");
        text.scalar("product", "windows");
        service.ifPresent(known -> text.scalar("service", known));
        text.end();
        text.begin("detection");
        SymptomDetection.write(detections, service.isEmpty(), text);
        text.end();
        text.list("falsepositives", List.of("Unknown"));
        text.scalar("level", level(signal, causes));
        return new Written(name.replace('.', '_').replace('-', '_') + ".yml", text.toString());
    }

    private static SymptomDetection detection(Topic topic, Expression term) throws InexpressibleException {
        if (!(term instanceof Expression.Exists(Selection selection, Optional<?> relation)) || relation.isPresent()) {
            throw new InexpressibleException(Reason.NOT_ONE_EVENT);
        }
        EventSet set = Optional.ofNullable(topic.events().get(selection.set())).orElseThrow();
        return SymptomDetection.of(set, selection.condition());
    }

    /** The service of the one channel all detections are about. */
    private static Optional<String> service(List<SymptomDetection> detections, LogSources sources) {
        List<String> channels = detections.stream().map(SymptomDetection::channel).distinct().toList();
        return channels.size() == 1 ? sources.service(channels.getFirst()) : Optional.empty();
    }

    /** The signal's own words; what they would fill in from an event is said of all its ids, or left out. */
    private static String title(Topic topic, Signal signal, List<SymptomDetection> detections,
            Map<String, String> texts) {
        String ids = detections.stream().flatMap(detection -> detection.ids().stream()).distinct().sorted()
                .map(String::valueOf).collect(Collectors.joining(" or "));
        String words = texts.getOrDefault(topic.id() + "/signals/" + signal.name(), signal.name())
                .replaceAll("^\\{event\\.id\\}", "Event " + ids).replace("{event.id}", ids)
                .replaceAll("\\s*\\([^()]*\\{[^()]*\\)", "").replaceAll("\\{[^{}]*\\}", "…");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String description(Topic topic, List<Cause> causes, Map<String, String> texts) {
        return causes.stream().map(cause -> "Speaks for: "
                + texts.getOrDefault(topic.id() + "/causes/" + cause.id() + "/title", cause.id()) + ".")
                .collect(Collectors.joining("\n"));
    }

    /** The level of the heaviest word the signal has for any cause. */
    private static String level(Signal signal, List<Cause> causes) {
        Weight heaviest = Weight.WEAK;
        for (Cause cause : causes) {
            Weight weight = cause.supports().getOrDefault(signal.name(), Weight.WEAK);
            heaviest = weight.atLeast(heaviest) ? weight : heaviest;
        }
        return switch (heaviest) {
            case DECISIVE -> Level.HIGH.key();
            case STRONG -> Level.MEDIUM.key();
            case MODERATE -> Level.LOW.key();
            case WEAK -> Level.INFORMATIONAL.key();
        };
    }
}
