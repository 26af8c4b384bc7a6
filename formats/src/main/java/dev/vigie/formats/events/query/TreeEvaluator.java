package dev.vigie.formats.events.query;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.query.Expression.AllOf;
import dev.vigie.formats.events.query.Expression.AnyOf;
import dev.vigie.formats.events.query.Expression.Band;
import dev.vigie.formats.events.query.Expression.Comparison;
import dev.vigie.formats.events.query.Expression.Position;
import dev.vigie.formats.events.query.Expression.TimeDiff;
import dev.vigie.formats.events.query.Path.Step;
import dev.vigie.formats.windows.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a query on the whole tree of one event.
 *
 * <p>The context of the top level is the virtual document whose elements are the events (MS-EVEN6 2.2.15.1). Names are
 * local names. Each System field exists once: of duplicates the first counts, here as in {@link Event#system}. An array
 * that is the only content of an element counts as one element for each item, as it is printed.
 */
final class TreeEvaluator {
    private final Event event;
    private final QueryContext context;

    TreeEvaluator(Event event, QueryContext context) {
        this.event = event;
        this.context = context;
    }

    boolean matches(Expression root) {
        return test(root, new ElementNode(Scope.DOCUMENT, event.root(), null), 1);
    }

    /** A node of the event's tree. */
    private sealed interface TreeNode {
    }

    /**
     * An element, or one item of the array it holds.
     *
     * @param item the item, or null for the element as it is
     */
    private record ElementNode(Scope scope, Element element, @Nullable Value item) implements TreeNode {
    }

    /** An attribute or a text. */
    private record Leaf(Value value) implements TreeNode {
    }

    private boolean test(Expression expression, TreeNode node, long position) {
        return switch (expression) {
            case AnyOf any -> any.terms().stream().anyMatch(term -> test(term, node, position));
            case AllOf all -> all.terms().stream().allMatch(term -> test(term, node, position));
            case Comparison comparison -> compare(comparison, node, position);
            case Path path -> !select(path, node).isEmpty();
            case Operand operand -> values(operand, node, position).stream().anyMatch(TreeEvaluator::isTrue);
        };
    }

    /** A number alone as a predicate is a position (XPath 1.0, 2.4). */
    private boolean predicate(Expression expression, TreeNode node, long position) {
        return expression instanceof Literal literal && !literal.quoted()
                ? ValueComparison.holds(ValueComparison.number(position), Operator.EQ, literal)
                : test(expression, node, position);
    }

    private static boolean isTrue(Value value) {
        return switch (value) {
            case Value.Bool bool -> bool.value();
            case Value.Int number -> number.bits() != 0;
            case Value.Real real -> real.number() != 0 && !Double.isNaN(real.number());
            default -> !value.text().isEmpty();
        };
    }

    private boolean compare(Comparison comparison, TreeNode node, long position) {
        Operator operator = comparison.operator();
        if (comparison.right() instanceof Literal literal) {
            return values(comparison.left(), node, position).stream()
                    .anyMatch(value -> ValueComparison.holds(value, operator, literal));
        }
        if (comparison.left() instanceof Literal literal) {
            return values(comparison.right(), node, position).stream()
                    .anyMatch(value -> ValueComparison.holds(value, operator.flipped(), literal));
        }
        List<Value> left = values(comparison.left(), node, position);
        List<Literal> right = values(comparison.right(), node, position).stream().map(ValueComparison::literalOf)
                .toList();
        return left.stream().anyMatch(
                value -> right.stream().anyMatch(literal -> ValueComparison.holds(value, operator, literal)));
    }

    private List<Value> values(Operand operand, TreeNode node, long position) {
        return switch (operand) {
            case Literal literal when literal.quoted() -> List.of(new Value.Text(literal.text()));
            case Literal literal -> List.of(new Value.Real(ValueType.REAL64, literal.forms().numeric().number()));
            case Path path -> select(path, node).stream().map(this::value).toList();
            case Position _ -> List.of(ValueComparison.number(position));
            case Band band -> List.of(new Value.Bool(shareBits(band, node, position)));
            case TimeDiff diff -> difference(diff, node, position);
        };
    }

    private boolean shareBits(Band band, TreeNode node, long position) {
        Long left = bits(band.left(), node, position);
        Long right = bits(band.right(), node, position);
        return left != null && right != null && (left & right) != 0;
    }

    private @Nullable Long bits(Operand operand, TreeNode node, long position) {
        Value value = operand instanceof Literal literal
                ? ValueComparison.valueOf(literal)
                : first(operand, node, position);
        return value == null ? null : ValueComparison.bitsOf(value);
    }

    private List<Value> difference(TimeDiff diff, TreeNode node, long position) {
        FileTime first = time(diff.first(), node, position);
        Operand other = diff.second();
        FileTime second = other == null ? context.now() : time(other, node, position);
        return first == null || second == null
                ? List.of()
                : List.of(ValueComparison.age(first, second));
    }

    private @Nullable FileTime time(Operand operand, TreeNode node, long position) {
        Value value = first(operand, node, position);
        return value == null ? null : ValueComparison.timeOf(value);
    }

    /** Functions take the first node of a set (XPath 1.0, 4.2). */
    private @Nullable Value first(Operand operand, TreeNode node, long position) {
        List<Value> values = values(operand, node, position);
        return values.isEmpty() ? null : values.getFirst();
    }

    private List<TreeNode> select(Path path, TreeNode from) {
        List<TreeNode> nodes = List.of(from);
        for (Step step : path.steps()) {
            List<TreeNode> next = new ArrayList<>();
            for (TreeNode node : nodes) {
                next.addAll(filtered(step, node));
            }
            nodes = next;
        }
        return nodes;
    }

    private List<TreeNode> filtered(Step step, TreeNode from) {
        List<TreeNode> nodes = from instanceof ElementNode element ? follow(step, element) : List.of();
        boolean onEvent = from instanceof ElementNode element && element.scope == Scope.DOCUMENT;
        for (Expression predicate : step.predicates()) {
            List<TreeNode> kept = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                if (predicate(predicate, nodes.get(i), onEvent ? context.position() : i + 1)) {
                    kept.add(nodes.get(i));
                }
            }
            nodes = kept;
        }
        return nodes;
    }

    private List<TreeNode> follow(Step step, ElementNode from) {
        if (from.scope == Scope.DOCUMENT) {
            return step.axis() == Path.Axis.ELEMENT && step.takes("Event")
                    ? List.of(new ElementNode(Scope.EVENT, event.root(), null))
                    : List.of();
        }
        return switch (step.axis()) {
            case ELEMENT -> from.item == null ? children(step, from) : List.of();
            case ATTRIBUTE -> attributes(step, from);
            case TEXT -> texts(from);
        };
    }

    private static List<TreeNode> children(Step step, ElementNode from) {
        List<TreeNode> nodes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Element child : from.element.elements()) {
            String name = child.localName();
            if (!step.takes(name)) {
                continue;
            }
            Scope scope = from.scope.child(name);
            if (scope == Scope.OTHER) {
                addItems(child, nodes);
            } else if (seen.add(name)) {
                nodes.add(new ElementNode(scope, child, null));
            }
        }
        return nodes;
    }

    private static void addItems(Element element, List<TreeNode> nodes) {
        if (element.content().size() == 1 && element.content().getFirst() instanceof Value.Array array) {
            List<Value> items = array.items().isEmpty() ? List.of(Value.Null.NULL) : array.items();
            items.forEach(item -> nodes.add(new ElementNode(Scope.OTHER, element, item)));
        } else {
            nodes.add(new ElementNode(Scope.OTHER, element, null));
        }
    }

    private List<TreeNode> attributes(Step step, ElementNode from) {
        List<TreeNode> nodes = new ArrayList<>();
        for (Attribute attribute : from.element.attributes()) {
            String name = localName(attribute);
            boolean first = attribute.value().equals(from.element.attribute(name));
            if (step.takes(name) && first && !isNamespace(attribute)) {
                Value value = from.scope == Scope.SYSTEM_FIELD ? field(from.element, name) : null;
                nodes.add(new Leaf(value == null ? attribute.value() : value));
            }
        }
        return nodes;
    }

    private static String localName(Attribute attribute) {
        return attribute.name().substring(attribute.name().indexOf(':') + 1);
    }

    private static boolean isNamespace(Attribute attribute) {
        return attribute.name().equals("xmlns") || attribute.name().startsWith("xmlns:");
    }

    private List<TreeNode> texts(ElementNode from) {
        if (from.item != null || from.scope == Scope.SYSTEM_FIELD) {
            Value value = value(from);
            return value.text().isEmpty() ? List.of() : List.of(new Leaf(value));
        }
        List<TreeNode> nodes = new ArrayList<>();
        for (Node content : from.element.content()) {
            if (content instanceof Value value && !value.text().isEmpty()) {
                nodes.add(new Leaf(value));
            }
        }
        return nodes;
    }

    private Value value(TreeNode node) {
        return switch (node) {
            case Leaf leaf -> leaf.value;
            case ElementNode(_, _, Value item) when item != null -> item;
            case ElementNode(Scope scope, Element element, _) -> {
                Value field = scope == Scope.SYSTEM_FIELD ? field(element, null) : null;
                yield field == null ? element.value() : field;
            }
        };
    }

    private @Nullable Value field(Element element, @Nullable String attribute) {
        SystemField field = SystemField.of(element.localName(), attribute);
        return field == null ? null : SystemValue.of(event, field);
    }
}
