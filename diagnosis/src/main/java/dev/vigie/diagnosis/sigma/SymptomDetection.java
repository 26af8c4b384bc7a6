package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.knowledge.Comparison;
import dev.vigie.diagnosis.knowledge.Condition;
import dev.vigie.diagnosis.knowledge.EventSet;
import dev.vigie.diagnosis.knowledge.Field;
import dev.vigie.diagnosis.knowledge.Literal;
import dev.vigie.diagnosis.sigma.SymptomRules.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The condition of a signal over one event, as a selection of a Sigma rule: fields that all hold. */
final class SymptomDetection {
    private static final String EXISTS = "|exists";
    private final String provider;
    private final String channel;
    private final SortedSet<Integer> ids;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private SymptomDetection(EventSet set) {
        provider = set.provider();
        channel = set.channel();
        ids = new TreeSet<>(set.ids());
    }

    /** The detection of a set narrowed by a condition. */
    static SymptomDetection of(EventSet set, Optional<Condition> condition) throws InexpressibleException {
        SymptomDetection detection = new SymptomDetection(set);
        if (set.where().isPresent()) {
            detection.require(set.where().get());
        }
        if (condition.isPresent()) {
            detection.require(condition.get());
        }
        return detection;
    }

    /** The ids that are left of those of the set. */
    SortedSet<Integer> ids() {
        return ids;
    }

    /** The channel of the set. */
    String channel() {
        return channel;
    }

    /** Writes selections and condition; the channel is a field where no log source stands for it. */
    static void write(List<SymptomDetection> detections, boolean withChannel, RuleText text) {
        boolean single = detections.size() == 1;
        for (int i = 0; i < detections.size(); i++) {
            text.begin(single ? "selection" : "selection_" + (i + 1));
            detections.get(i).write(withChannel, text);
            text.end();
        }
        text.scalar("condition", single ? "selection" : "1 of selection_*");
    }

    private void write(boolean withChannel, RuleText text) {
        if (withChannel) {
            text.scalar("Channel", channel);
        }
        text.scalar("Provider_Name", provider);
        write(text, "EventID", ids.stream().map(String::valueOf).toList());
        fields.forEach((field, values) -> write(text, field, values));
    }

    private static void write(RuleText text, String field, List<String> values) {
        if (field.endsWith(EXISTS)) {
            text.flag(field);
        } else if (values.size() == 1) {
            text.scalar(field, values.getFirst());
        } else {
            text.list(field, values);
        }
    }

    private void require(Condition condition) throws InexpressibleException {
        switch (condition) {
            case Condition.AllOf(List<Condition> terms) -> {
                for (Condition term : terms) {
                    require(term);
                }
            }
            case Condition.Compare(Field field, Comparison operator, Literal literal) -> {
                if (operator != Comparison.EQUAL) {
                    throw new InexpressibleException(Reason.LOGIC);
                }
                require(field, List.of(literal));
            }
            case Condition.In(Field field, List<Literal> literals) -> require(field, literals);
            case Condition.Like(Field field, String pattern) ->
                put(name(field), List.of(pattern.replace("\\", "\\\\")));
            case Condition.Has(Field field) -> put(name(field) + EXISTS, List.of());
            case Condition.AnyOf _,Condition.Negated _ -> throw new InexpressibleException(Reason.LOGIC);
        }
    }

    private void require(Field field, List<Literal> literals) throws InexpressibleException {
        List<String> values = new ArrayList<>();
        for (Literal literal : literals) {
            values.add(switch (literal) {
                case Literal.Whole(long number) -> Long.toString(number);
                case Literal.Text(String text) -> SigmaString.literal(text).toString();
                case Literal.StatusName _,Literal.SidLiteral _ -> throw new InexpressibleException(Reason.DECODING);
            });
        }
        if (field == Field.Header.ID) {
            ids.removeIf(id -> !values.contains(Integer.toString(id)));
        } else {
            put(name(field), values);
        }
    }

    private void put(String field, List<String> values) throws InexpressibleException {
        if (fields.putIfAbsent(field, values) != null) {
            throw new InexpressibleException(Reason.LOGIC);
        }
    }

    private static String name(Field field) throws InexpressibleException {
        return switch (field) {
            case Field.Header header -> switch (header) {
                case LEVEL -> "Level";
                case PROVIDER -> "Provider_Name";
                case CHANNEL -> "Channel";
                case COMPUTER -> "Computer";
                case PID -> "Execution_ProcessID";
                case QUALIFIERS -> "EventID_Qualifiers";
                case ID -> "EventID";
                case USER -> throw new InexpressibleException(Reason.DECODING);
            };
            case Field.Named(String name) -> name;
            case Field.Indexed _,Field.Last _ -> throw new InexpressibleException(Reason.POSITION);
            case Field.Status _,Field.SidOf _,Field.NumberOf _ -> throw new InexpressibleException(reason(field));
        };
    }

    /** A value by its place cannot be named, whatever is made of it then. */
    private static Reason reason(Field field) {
        return switch (field) {
            case Field.Status(Field of) -> reason(of);
            case Field.SidOf(Field of) -> reason(of);
            case Field.NumberOf(Field of) -> reason(of);
            case Field.Indexed _,Field.Last _ -> Reason.POSITION;
            default -> Reason.DECODING;
        };
    }
}
