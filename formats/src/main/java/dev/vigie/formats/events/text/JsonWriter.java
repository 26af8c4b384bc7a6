package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.util.List;

/** Writes JSON into a buffer: punctuation, values with their types, and trees; the forms are in events-jsonl.md. */
final class JsonWriter {
    /** The largest whole number that every JSON reader keeps exact, 2<sup>53</sup> - 1 (RFC 8259 section 6). */
    private static final long MAX_EXACT = (1L << 53) - 1;
    private final Utf8Buffer out;
    private boolean first = true;

    JsonWriter(Utf8Buffer out) {
        this.out = out;
    }

    static String typeName(Value value) {
        String name = typeName(value.type());
        return value instanceof Value.Array ? name + "[]" : name;
    }

    static String typeName(ValueType type) {
        return switch (type) {
            case NULL -> "null";
            case STRING -> "string";
            case ANSI_STRING -> "ansi-string";
            case INT8 -> "int8";
            case UINT8 -> "uint8";
            case INT16 -> "int16";
            case UINT16 -> "uint16";
            case INT32 -> "int32";
            case UINT32 -> "uint32";
            case INT64 -> "int64";
            case UINT64 -> "uint64";
            case REAL32 -> "real32";
            case REAL64 -> "real64";
            case BOOL -> "bool";
            case BINARY -> "binary";
            case GUID -> "guid";
            case SIZE_T -> "size-t";
            case FILETIME -> "filetime";
            case SYSTEMTIME -> "systemtime";
            case SID -> "sid";
            case HEX_INT32 -> "hex-int32";
            case HEX_INT64 -> "hex-int64";
            case BINARY_XML -> "binary-xml";
        };
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
