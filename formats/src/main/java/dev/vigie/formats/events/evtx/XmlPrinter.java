package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.text.Escaping;
import dev.vigie.formats.events.text.Utf8Buffer;

/** Prints resolved records as XML by the programs of their templates. One thread at a time. */
final class XmlPrinter {
    private static final int GAVE_UP = -1;

    private final byte[] bytes;
    private final ValuePrinter values;

    XmlPrinter(Chunk chunk, ValuePrinter values) {
        bytes = chunk.bytes;
        this.values = values;
    }

    /**
     * Prints the element of an instance.
     *
     * @param level see {@link XmlCompiler#compile}
     * @return false when only the tree can tell what to print; the buffer then holds something, to be dropped
     */
    boolean append(TemplateInstance instance, int level, Utf8Buffer out) {
        if (level > XmlCompiler.MAX_LEVEL) {
            return false;
        }
        TextProgram program = instance.template().xml(level);
        Step[] steps = program.steps;
        for (int next = 0; next < steps.length;) {
            Step step = steps[next++];
            int from = step.offset;
            switch (step.operation) {
                case Step.ATTRIBUTE -> from = attribute(step, instance, program.text, out);
                case Step.CONTENT -> from = content(step, instance, program.text, out);
                case Step.CHILD -> from = child(step, instance, program.text, out);
                case Step.TEXT -> from = text(step, instance, out);
                case Step.REQUIRE -> from = instance.isNull(step.slot) ? GAVE_UP : step.offset;
                case Step.SKIP -> next = step.target;
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

    private int attribute(Step step, TemplateInstance instance, byte[] text, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == ValueType.NULL.code()) {
            return step.rest;
        }
        if (type == ValueType.BINARY_XML.code()) {
            return GAVE_UP;
        }
        int at = instance.offset(step.slot);
        int size = instance.size(step.slot);
        if (values.isEmpty(type, at, size)) {
            return step.rest;
        }
        out.append(text, step.offset, step.suffix - step.offset);
        values.append(type, at, size, Escaping.XML_ATTRIBUTE, out);
        return step.suffix;
    }

    private int content(Step step, TemplateInstance instance, byte[] text, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == ValueType.NULL.code()) {
            closeEmpty(out);
            return step.rest;
        }
        if (type == ValueType.BINARY_XML.code()) {
            return fragment(step, instance, out) ? step.suffix : GAVE_UP;
        }
        if ((type & ValueType.ARRAY_FLAG) != 0) {
            return items(step, instance, text, out);
        }
        values.append(type, instance.offset(step.slot), instance.size(step.slot), Escaping.XML_TEXT, out);
        return step.suffix;
    }

    /** Makes the start tag that was just written one of an empty element. */
    private static void closeEmpty(Utf8Buffer out) {
        out.truncate(out.size() - 1);
        out.append('/').append('>');
    }

    private boolean fragment(Step step, TemplateInstance instance, Utf8Buffer out) {
        int childLevel = step.level < 0 ? step.level : step.level + 1;
        breakLine(childLevel, out);
        boolean printed = append(instance.fragment(step.slot), childLevel, out);
        breakLine(step.level, out);
        return printed;
    }

    /** Repeats the element for each string of an array; arrays of other types are rare. */
    private int items(Step step, TemplateInstance instance, byte[] text, Utf8Buffer out) {
        if (step.startTag == Step.NONE
                || instance.type(step.slot) != (ValueType.STRING.code() | ValueType.ARRAY_FLAG)) {
            return GAVE_UP;
        }
        int at = instance.offset(step.slot);
        int end = at + instance.size(step.slot);
        if (at == end) {
            closeEmpty(out);
            return step.rest;
        }
        while (true) {
            int nul = ValueDecoder.stringEnd(bytes, at, end);
            out.appendUtf16(bytes, at, nul - at, Escaping.XML_TEXT);
            at = nul + Short.BYTES;
            if (at >= end) {
                return step.suffix;
            }
            out.append(text, step.suffix, step.rest - step.suffix);
            breakLine(step.level, out);
            out.append(text, step.startTag, step.offset - step.startTag);
        }
    }

    private int child(Step step, TemplateInstance instance, byte[] text, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == ValueType.NULL.code()) {
            return step.rest;
        }
        if (type == ValueType.BINARY_XML.code()) {
            out.append(text, step.offset, step.suffix - step.offset);
            return append(instance.fragment(step.slot), step.level, out) ? step.suffix : GAVE_UP;
        }
        return step.level < 0 ? text(step, instance, out) : GAVE_UP;
    }

    private int text(Step step, TemplateInstance instance, Utf8Buffer out) {
        int type = instance.type(step.slot);
        if (type == ValueType.NULL.code()) {
            return step.rest;
        }
        // An array is printed differently when all around it turns out to be missing.
        if (type == ValueType.BINARY_XML.code() || (type & ValueType.ARRAY_FLAG) != 0) {
            return GAVE_UP;
        }
        values.append(type, instance.offset(step.slot), instance.size(step.slot), Escaping.XML_TEXT, out);
        return step.suffix;
    }

    private static void breakLine(int level, Utf8Buffer out) {
        if (level >= 0) {
            out.append('\n');
            for (int i = 0; i < level; i++) {
                out.append(' ').append(' ');
            }
        }
    }
}
