package dev.vigie.formats.events.query;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.query.Expression.AllOf;
import dev.vigie.formats.events.query.Expression.AnyOf;
import dev.vigie.formats.events.query.Expression.Comparison;
import dev.vigie.formats.events.query.ParsedQuery.Span;
import dev.vigie.formats.events.query.Path.Axis;
import dev.vigie.formats.events.query.Path.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a refused query into the accepted one its author meant, where there is one way to read it. */
final class SyntaxRepair {
    static final Set<String> SYSTEM_ELEMENTS = Arrays.stream(SystemField.values()).map(SystemField::element)
            .collect(Collectors.toUnmodifiableSet());
    private static final int MAX_STEPS = 16;
    private static final Pattern NOT_BEFORE = Pattern.compile("(?<![\\w.-])not\\s*+$");
    private static final Pattern AFTER_SLASHES = Pattern.compile("[\\w.-]+");
    private static final Pattern UNQUOTED = Pattern.compile("(!?=\\s*+)([\\p{L}{][^'\"\\[\\]()@=<>!]*+)(?=[\\])])");

    private SyntaxRepair() {
    }

    /** The repaired text, which parses; or nothing. */
    static Optional<String> repair(String text) {
        String current = text;
        for (int step = 0; step < MAX_STEPS; step++) {
            try {
                QueryParser.parse(current);
                return Optional.of(current);
            } catch (QuerySyntaxException e) {
                String next = step(current, e);
                if (next == null) {
                    return Optional.empty();
                }
                current = next;
            }
        }
        return Optional.empty();
    }

    private static @Nullable String step(String text, QuerySyntaxException e) {
        int at = e.offset();
        return switch (e.code()) {
            case SELECTS_NO_EVENT -> wrap(text, at);
            case UNKNOWN_FUNCTION -> text.startsWith("not", at) ? negate(text, at, at + 3) : null;
            case DESCENDANT_PATH -> descendant(text, at);
            case ABSOLUTE_PATH -> replace(text, at, at + 1, "");
            case UNSUPPORTED_AXIS -> axis(text, at, e.arguments());
            case NAMESPACE_PREFIX -> replace(text, at, text.indexOf(':', at) + 1, "");
            case UNSUPPORTED_OPERATOR -> text.charAt(at) == '|' ? replace(text, at, at + 1, " or ") : null;
            case BAD_NUMBER -> hexadecimal(text, at, e.arguments());
            case UNEXPECTED_END -> complete(text);
            case UNEXPECTED_TOKEN -> unexpected(text, at);
            default -> null;
        };
    }

    private static String replace(String text, int start, int end, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }

    private static @Nullable String wrap(String text, int at) {
        try {
            ParsedQuery term = QueryParser.parseTerm(text, at);
            Span span = term.span(term.root());
            String name = firstName(term.root());
            String prefix = SYSTEM_ELEMENTS.contains(name) ? "System/" : name.equals("Data") ? "EventData/" : "";
            return name.isEmpty() ? null : replace(text, span.start(), span.end(), "*[" + prefix + span.of(text) + "]");
        } catch (QuerySyntaxException e) {
            return null;
        }
    }

    private static String firstName(Expression term) {
        return switch (term) {
            case Path path when path.first().axis() == Axis.ELEMENT -> path.first().name();
            case Comparison comparison -> firstName(comparison.left());
            default -> "";
        };
    }

    /** {@code not} with the term after it becomes the opposite term. */
    private static @Nullable String negate(String text, int start, int operand) {
        try {
            ParsedQuery term = QueryParser.parseTerm(text, operand);
            Expression opposite = opposite(term.root());
            return opposite == null
                    ? null
                    : replace(text, start, term.span(term.root()).end(),
                            opposite instanceof AnyOf ? "(" + opposite + ")" : opposite.toString());
        } catch (QuerySyntaxException e) {
            return null;
        }
    }

    private static @Nullable Expression opposite(Expression expression) {
        return switch (expression) {
            case Comparison(Operand left, Operator operator, Operand right) ->
                new Comparison(left, operator.negated(), right);
            case AnyOf any -> opposites(any.terms(), AllOf::new);
            case AllOf all -> opposites(all.terms(), AnyOf::new);
            case Path path when path.last().predicates().size() == 1 -> opposite(path);
            default -> null;
        };
    }

    private static @Nullable Expression opposites(List<Expression> terms, ListConstructor constructor) {
        List<Expression> opposites = terms.stream().<Expression>mapMulti((term, sink) -> {
            Expression opposite = opposite(term);
            if (opposite != null) {
                sink.accept(opposite);
            }
        }).toList();
        return opposites.size() == terms.size() ? constructor.of(opposites) : null;
    }

    private interface ListConstructor {
        Expression of(List<Expression> terms);
    }

    private static @Nullable Expression opposite(Path path) {
        Step last = path.last();
        Expression predicate = opposite(last.predicates().getFirst());
        if (predicate == null) {
            return null;
        }
        List<Step> steps = new ArrayList<>(path.steps());
        steps.set(steps.size() - 1, new Step(last.axis(), last.name(), List.of(predicate)));
        return new Path(steps);
    }

    private static @Nullable String descendant(String text, int at) {
        Matcher name = AFTER_SLASHES.matcher(text).region(at + 2, text.length());
        if (!name.lookingAt()) {
            return null;
        }
        boolean inside = at > 0
                && (Character.isLetterOrDigit(text.charAt(at - 1)) || "]*".indexOf(text.charAt(at - 1)) >= 0);
        boolean top = depth(text, at) == 0;
        String lead = inside ? "/" : top ? "*/" : "";
        String element = name.group();
        if (element.equals("Event")) {
            return inside ? null : replace(text, at, at + 2, "");
        }
        String parent = SYSTEM_ELEMENTS.contains(element) ? "System" : element.equals("Data") ? "EventData" : "";
        if (!parent.isEmpty()) {
            boolean there = text.substring(0, at).endsWith(parent);
            return replace(text, at, at + 2, there ? lead : lead + parent + "/");
        }
        boolean payload = Set.of("System", "EventData", "UserData").contains(element);
        return payload ? replace(text, at, at + 2, lead) : null;
    }

    private static int depth(String text, int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
        }
        return depth;
    }

    private static @Nullable String axis(String text, int at, List<Object> arguments) {
        String axis = String.valueOf(arguments.getFirst());
        return switch (axis) {
            case "child::" -> replace(text, at, text.indexOf("::", at) + 2, "");
            case "attribute::" -> replace(text, at, text.indexOf("::", at) + 2, "@");
            case "." -> text.startsWith("./", at) ? replace(text, at, at + 2, "") : replace(text, at, at + 1, "text()");
            default -> null;
        };
    }

    private static @Nullable String hexadecimal(String text, int at, List<Object> arguments) {
        String number = String.valueOf(arguments.getFirst());
        return Numeric.of(number).exact() ? replace(text, at, at + number.length(), "'" + number + "'") : null;
    }

    private static @Nullable String unexpected(String text, int at) {
        Matcher not = NOT_BEFORE.matcher(text.substring(0, at));
        if (not.find()) {
            return negate(text, not.start(), at);
        }
        Matcher unquoted = UNQUOTED.matcher(text);
        int from = Math.max(text.lastIndexOf('=', at), 0);
        from = from > 0 && text.charAt(from - 1) == '!' ? from - 1 : from;
        return unquoted.find(from) && unquoted.start(2) <= at && unquoted.end(2) >= at
                ? replace(text, unquoted.start(2), unquoted.end(2), "'" + unquoted.group(2).stripTrailing() + "'")
                : null;
    }

    /** Drops a trailing slash, or closes the brackets that are still open. */
    private static @Nullable String complete(String text) {
        String trimmed = text.stripTrailing();
        if (trimmed.endsWith("/")) {
            return trimmed.substring(0, trimmed.length() - 1);
        }
        StringBuilder closing = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (closing.length() > MAX_STEPS) {
                return null;
            }
            if (quote != 0 || c == '\'' || c == '"') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            } else if (c == '[' || c == '(') {
                closing.insert(0, c == '[' ? ']' : ')');
            } else if ((c == ']' || c == ')') && !closing.isEmpty()) {
                closing.deleteCharAt(0);
            }
        }
        return closing.isEmpty() ? null : text + closing;
    }
}
