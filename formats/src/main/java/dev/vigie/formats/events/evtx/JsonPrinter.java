package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.text.Escaping;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.nio.charset.StandardCharsets;

/** Prints resolved records as JSON Lines by the programs of their templates. One thread at a time. */
final class JsonPrinter {
    private static final int GAVE_UP = -1;
    private static final int STRINGS = ValueType.STRING.code() | ValueType.ARRAY_FLAG;
    /** The name of a type, by its code, with the array flag or without. */
    private static final byte[][] TYPE_NAMES = new byte[2 * ValueType.ARRAY_FLAG][];
    /** The end of an item of {@code data} with a value of a type. */
    private static final byte[][] ITEM_ENDS = new byte[2 * ValueType.ARRAY_FLAG][];
    private static final byte[] NULL_ITEM_END = ascii("null},");

    static {
        for (ValueType type : ValueType.values()) {
            String name = EventJsonLines.typeName(type);
            nameType(type.code(), name);
            nameType(type.code() | ValueType.ARRAY_FLAG, name + "[]");
        }
    }

    private final byte[] bytes;
    private final ValuePrinter values;

    JsonPrinter(Chunk chunk, ValuePrinter values) {
        bytes = chunk.bytes;
        this.values = values;
    }

    private static void nameType(int code, String name) {
        TYPE_NAMES[code] = ascii(name);
        ITEM_ENDS[code] = ascii(",\"type\":\"" + name + "\"},");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Prints a part of a line.
     *
     * @return false when only the tree can tell what to print; the buffer then holds something, to be dropped
     */
    boolean append(TemplateInstance instance, JsonForm form, Utf8Buffer out) {
        TextProgram program = instance.template().json(form);
        Step[] steps = program.steps;
        int group = 0;
        for (int next = 0; next < steps.length;) {
            Step step = steps[next++];
            int from = step.offset;
            switch (step.operation) {
                case Step.DATUM -> from = datum(step, instance, out);
                case Step.CONTENT -> from = field(step, instance, program.text, out);
                case Step.ATTRIBUTE -> from = attribute(step, instance, program.text, out);
                case Step.TYPE -> from = type(step, instance, program.text, out);
                case Step.OPEN -> group = out.size();
                case Step.CLOSE -> dropComma(out);
                case Step.CLOSE_UNLESS_EMPTY -> from = closeUnlessEmpty(step, group, out);
                case Step.FRAGMENT -> from = payload(step, instance, out);
                case Step.ITEMS -> from = items(step, instance, out);
                case Step.TREE_CONTENT -> from = treeContent(step, instance, out);
                case Step.CHILD -> from = child(step, instance, out);
                case Step.REQUIRE -> from = instance.isNull(step.slot) ? GAVE_UP : from;
                case Step.SKIP -> next = step.target;
                case Step.SKIP_UNLESS_TYPED -> {
                    if (!areTyped(step.all, instance)) {
                        next = step.target;
                        continue;
                    }
                }
                case Step.SKIP_IF_NULL -> {
                    if (instance.isNull(step.slot)) {
                        next = step.target;
                        continue;
                    }
                }
                case Step.SKIP_IF_PRESENT -> {
                    if (!instance.isNull(step.slot)) {
                        next = step.target;
                        continue;
                    }
                }
                default -> {
                }
            }
            if (from == GAVE_UP) {
                return false;
            }
            out.append(program.text, from, step.end - from);
        }
        return program != TextProgram.UNSUPPORTED;
    }

    private int datum(Step step, TemplateInstance instance, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (step.isFitted && type == step.expected.code()) {
            if (step.quotes > 0) {
                out.append('"');
            }
            values.append(type, instance.offset(step.slot), instance.size(step.slot), Escaping.JSON, out);
            return step.suffix;
        }
        if (type == ValueType.NULL.code()) {
            out.append(NULL_ITEM_END);
            return step.rest;
        }
        if (isFragment(type)) {
            return GAVE_UP;
        }
        value(type, instance.offset(step.slot), instance.size(step.slot), out);
        out.append(ITEM_ENDS[type]);
        return step.rest;
    }

    /** A System field that is the content of its element. */
    private int field(Step step, TemplateInstance instance, byte[] text, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == ValueType.NULL.code()) {
            out.append(text, step.offset, step.suffix - step.offset - step.quotes).append("null");
            return step.suffix + step.quotes;
        }
        return typedField(step, type, instance, text, out);
    }

    /** A System field that is an attribute; an empty one does not exist. */
    private int attribute(Step step, TemplateInstance instance, byte[] text, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (isFragment(type)) {
            return GAVE_UP;
        }
        return isMissing(step, type, instance) ? step.rest : typedField(step, type, instance, text, out);
    }

    private boolean isMissing(Step step, int type, TemplateInstance instance) {
        return type == ValueType.NULL.code()
                || values.isEmpty(type, instance.offset(step.slot), instance.size(step.slot));
    }

    private int typedField(Step step, int type, TemplateInstance instance, byte[] text, Utf8Buffer out) {
        if (step.isFitted && type == step.expected.code()) {
            out.append(text, step.offset, step.suffix - step.offset);
            values.append(type, instance.offset(step.slot), instance.size(step.slot), Escaping.JSON, out);
            return step.suffix;
        }
        boolean textual = type == ValueType.STRING.code() || type == ValueType.ANSI_STRING.code();
        // A number in words needs reading; an array makes the whole event irregular.
        if (textual && step.expected.isInteger() || type > ValueType.HEX_INT64.code()) {
            return GAVE_UP;
        }
        out.append(text, step.offset, step.suffix - step.offset - step.quotes);
        value(type, instance.offset(step.slot), instance.size(step.slot), out);
        return step.suffix + step.quotes;
    }

    private int type(Step step, TemplateInstance instance, byte[] text, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == step.expected.code() || isMissing(step, type, instance)) {
            return step.rest;
        }
        out.append(text, step.offset, step.suffix - step.offset).append(TYPE_NAMES[type]);
        return step.suffix;
    }

    private static boolean areTyped(Step[] fields, TemplateInstance instance) {
        for (Step field : fields) {
            int type = instance.type(field.slot);
            if (type != field.expected.code() && type != ValueType.NULL.code()) {
                return false;
            }
        }
        return true;
    }

    private static int closeUnlessEmpty(Step step, int group, Utf8Buffer out) {
        if (out.endsWith(',')) {
            dropComma(out);
            return step.suffix;
        }
        out.truncate(group);
        return step.rest;
    }

    private static void dropComma(Utf8Buffer out) {
        if (out.endsWith(',')) {
            out.truncate(out.size() - 1);
        }
    }

    private int payload(Step step, TemplateInstance instance, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == ValueType.NULL.code()) {
            return step.offset;
        }
        return isFragment(type) && append(instance.fragment(step.slot), JsonForm.PAYLOAD, out) ? step.offset : GAVE_UP;
    }

    /** The items of a fragment; values beside elements are none. */
    private int items(Step step, TemplateInstance instance, Utf8Buffer out) {
        boolean printed = !isFragment(instance.type(step.slot))
                || append(instance.fragment(step.slot), JsonForm.ITEMS, out);
        return printed ? step.offset : GAVE_UP;
    }

    private int treeContent(Step step, TemplateInstance instance, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == ValueType.NULL.code()) {
            return step.offset;
        }
        out.append(",\"content\":[");
        boolean printed = node(step, type, instance, out);
        out.append(']');
        return printed ? step.offset : GAVE_UP;
    }

    private int child(Step step, TemplateInstance instance, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == ValueType.NULL.code()) {
            return step.rest;
        }
        return node(step, type, instance, out) ? step.suffix : GAVE_UP;
    }

    private boolean node(Step step, int type, TemplateInstance instance, Utf8Buffer out) {
        if (isFragment(type)) {
            return append(instance.fragment(step.slot), JsonForm.TREE, out);
        }
        typed(type, instance.offset(step.slot), instance.size(step.slot), out);
        return true;
    }

    /** A value that says its type; a string alone is a string value. */
    private void typed(int type, int at, int size, Utf8Buffer out) {
        if (type == ValueType.STRING.code()) {
            value(type, at, size, out);
            return;
        }
        out.append("{\"type\":\"").append(TYPE_NAMES[type]).append("\",\"value\":");
        value(type, at, size, out);
        out.append('}');
    }

    private void value(int type, int at, int size, Utf8Buffer out) {
        if (type == ValueType.STRING.code()) {
            out.append('"').appendUtf16(bytes, at, ValueDecoder.stringSize(bytes, at, size), Escaping.JSON).append('"');
        } else if (values.isBare(type, at)) {
            values.append(type, at, size, Escaping.JSON, out);
        } else if (values.isCommon(type)) {
            out.append('"');
            values.append(type, at, size, Escaping.JSON, out);
            out.append('"');
        } else if (type == STRINGS) {
            strings(at, at + size, out);
        } else {
            EventJsonLines.append(values.decode(type, at, size), out);
        }
    }

    private void strings(int from, int end, Utf8Buffer out) {
        out.append('[');
        for (int at = from; at < end;) {
            int nul = ValueDecoder.stringEnd(bytes, at, end);
            out.append('"').appendUtf16(bytes, at, nul - at, Escaping.JSON).append('"');
            at = nul + Short.BYTES;
            if (at < end) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static boolean isFragment(int type) {
        return type == ValueType.BINARY_XML.code();
    }
}
