package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.util.List;
import java.util.Locale;

/** Writes JSON into a buffer: punctuation, values with their types, and trees; the forms are in events-jsonl.md. */
final class JsonWriter {
    /** The largest whole number that every JSON reader keeps exact, 2<sup>53</sup> - 1 (RFC 8259 section 6). */
    private static final long MAX_EXACT = (1L << 53) - 1;
    private static final String[] TYPE_NAMES = new String[ValueType.values().length];

    static {
        for (ValueType type : ValueType.values()) {
            TYPE_NAMES[type.ordinal()] = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Utf8Buffer out;
    private boolean first = true;

    JsonWriter(Utf8Buffer out) {
        this.out = out;
    }

    static String typeName(Value value) {
        String name = TYPE_NAMES[value.type().ordinal()];
        return value instanceof Value.Array ? name + "[]" : name;
    }

    void open(char bracket) {
        separate();
        out.append(bracket);
        first = true;
    }

    void close(char bracket) {
        out.append(bracket);
        first = false;
    }

    /** The name of a member; the next thing written is its value. */
    void name(String name) {
        separate();
        quote(name);
        out.append(':');
        first = true;
    }

    void string(String text) {
        separate();
        quote(text);
    }

    void nothing() {
        separate();
        out.append("null");
    }

    void unsigned(long number) {
        separate();
        if (number >= 0 && number <= MAX_EXACT) {
            out.append(number);
        } else {
            out.append('"').appendUnsigned(number).append('"');
        }
    }

    /** A value alone; its type is not written. */
    void value(Value value) {
        switch (value) {
            case Value.Null _ -> nothing();
            case Value.Bool bool -> bare(bool);
            case Value.Int number when isExact(number) -> bare(number);
            case Value.Real real when Double.isFinite(real.number()) -> bare(real);
            case Value.Array array -> items(array);
            default -> {
                separate();
                out.append('"');
                ValueText.append(value, Escaping.JSON, out);
                out.append('"');
            }
        }
    }

    private void bare(Value value) {
        separate();
        ValueText.append(value, Escaping.NONE, out);
    }

    private static boolean isExact(Value.Int number) {
        return switch (number.type()) {
            case HEX_INT32, HEX_INT64, SIZE_T -> false;
            case UINT64 -> number.bits() >= 0 && number.bits() <= MAX_EXACT;
            default -> number.bits() >= -MAX_EXACT && number.bits() <= MAX_EXACT;
        };
    }

    private void items(Value.Array array) {
        open('[');
        for (Value item : array.items()) {
            if (item.type() == array.type() && !(item instanceof Value.Array)) {
                value(item);
            } else {
                typed(item);
            }
        }
        close(']');
    }

    /** A value that says its type: a string alone is a string value, null is no value, all else an object. */
    void typed(Value value) {
        if (value == Value.Null.NULL || value instanceof Value.Text && value.type() == ValueType.STRING) {
            value(value);
            return;
        }
        open('{');
        name("type");
        string(typeName(value));
        name("value");
        value(value);
        close('}');
    }

    /** An element with everything below it. */
    void tree(Element element) {
        open('{');
        name("element");
        string(element.name());
        if (!element.attributes().isEmpty()) {
            name("attributes");
            attributes(element.attributes());
        }
        if (!element.content().isEmpty()) {
            name("content");
            content(element.content());
        }
        close('}');
    }

    private void attributes(List<Attribute> attributes) {
        open('[');
        for (Attribute attribute : attributes) {
            open('[');
            string(attribute.name());
            typed(attribute.value());
            close(']');
        }
        close(']');
    }

    private void content(List<Node> content) {
        open('[');
        for (Node node : content) {
            switch (node) {
                case Element child -> tree(child);
                case Value value -> typed(value);
            }
        }
        close(']');
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String text) {
        out.append('"').append(text, Escaping.JSON).append('"');
    }
}
