package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the binary XML of a record: finds its template, checks where its values lie and what they are, and descends
 * into nested binary XML. Afterwards nothing about the record can fail, whatever is asked of it.
 */
final class RecordDecoder {
    private static final int EOF = 0x00;
    private static final int TEMPLATE_INSTANCE = 0x0C;
    /** Token, version, template id, definition offset. */
    private static final int INSTANCE_HEADER_SIZE = 10;
    private static final int DEFINITION_OFFSET = 6;
    private static final int DESCRIPTOR_SIZE = 4;

    private final Chunk chunk;
    private final ChunkTemplates templates;
    private final List<TemplateInstance> instances = new ArrayList<>();
    private final List<MalformedBinXml> faults = new ArrayList<>();
    private int used;

    RecordDecoder(Chunk chunk, ChunkTemplates templates) {
        this.chunk = chunk;
        this.templates = templates;
    }

    /**
     * Resolves the binary XML between two offsets of the chunk.
     *
     * @return valid until the next call
     */
    TemplateInstance decode(int from, int to) throws MalformedBinXml {
        used = 0;
        faults.clear();
        TemplateInstance instance = fragment(from, to, 0);
        if (instance == null) {
            throw new MalformedBinXml(EvtxProblem.BAD_TOKEN, from, "0x0");
        }
        return instance;
    }

    /** What was wrong with single values of the record; they are kept as bytes. */
    List<MalformedBinXml> faults() {
        return faults;
    }

    /** A fragment, or null when it is empty. */
    private @Nullable TemplateInstance fragment(int from, int to, int nesting) throws MalformedBinXml {
        if (nesting > Limits.NESTING) {
            throw new MalformedBinXml(EvtxProblem.TOO_COMPLEX, from);
        }
        int at = templates.skipProlog(from, to);
        TemplateInstance instance = switch (chunk.bytes[at]) {
            case EOF -> null;
            case TEMPLATE_INSTANCE -> templated(at, to, nesting);
            default -> untemplated(at, to);
        };
        if (instance != null && !instance.isWithinLimits()) {
            throw new MalformedBinXml(EvtxProblem.TOO_COMPLEX, from);
        }
        return instance;
    }

    private TemplateInstance untemplated(int at, int to) throws MalformedBinXml {
        Template template = templates.untemplated(at, to);
        TemplateInstance instance = nextInstance();
        instance.begin(template, 0);
        return instance;
    }

    private TemplateInstance templated(int at, int to, int nesting) throws MalformedBinXml {
        if (to - at < INSTANCE_HEADER_SIZE) {
            throw new MalformedBinXml(EvtxProblem.UNEXPECTED_END, at);
        }
        int definition = LittleEndian.i32(chunk.bytes, at + DEFINITION_OFFSET);
        int values = at + INSTANCE_HEADER_SIZE;
        Template template = templates.at(definition, at);
        if (definition == values) {
            values += templates.definitionSize(definition);
        }
        if (to - values < Integer.BYTES) {
            throw new MalformedBinXml(EvtxProblem.UNEXPECTED_END, at);
        }
        TemplateInstance instance = nextInstance();
        values(instance, template, values, to, nesting);
        return instance;
    }

    private void values(TemplateInstance instance, Template template, int at, int to, int nesting)
            throws MalformedBinXml {
        int count = LittleEndian.i32(chunk.bytes, at);
        int descriptors = at + Integer.BYTES;
        if (count < 0 || count > (to - descriptors) / DESCRIPTOR_SIZE) {
            throw new MalformedBinXml(EvtxProblem.BAD_VALUES, at, Integer.toUnsignedLong(count));
        }
        instance.begin(template, count);
        int value = descriptors + DESCRIPTOR_SIZE * count;
        for (int slot = 0; slot < count; slot++) {
            int descriptor = LittleEndian.i32(chunk.bytes, descriptors + DESCRIPTOR_SIZE * slot);
            int size = descriptor & 0xFFFF;
            if (size > to - value) {
                throw new MalformedBinXml(EvtxProblem.BAD_VALUES, at, (long) count);
            }
            int type = descriptor >>> 16 & 0xFF;
            instance.set(slot, type, value, size);
            if (!ValueDecoder.isPlainlyRight(type, size)) {
                check(instance, slot, type, value, size, nesting);
            }
            value += size;
        }
        if (template.slotCount() > count) {
            faults.add(new MalformedBinXml(EvtxProblem.MISSING_VALUES, at, template.slotCount(), count));
        }
    }

    /** Looks at a value that was taken as its descriptor states it. */
    private void check(TemplateInstance instance, int slot, int type, int at, int size, int nesting) {
        if (type == ValueType.BINARY_XML.code()) {
            nested(instance, slot, at, size, nesting);
            return;
        }
        if (size == 0 && isFixedSize(type)) {
            instance.set(slot, ValueType.NULL.code(), at, 0);
            return;
        }
        EvtxProblem fault = ValueDecoder.fault(chunk.bytes, type, at, size);
        if (fault != null) {
            faults.add(new MalformedBinXml(fault, at, slot, "0x" + Integer.toHexString(type), size));
            instance.set(slot, ValueType.BINARY.code(), at, size);
        }
    }

    private void nested(TemplateInstance instance, int slot, int at, int size, int nesting) {
        int usedBefore = used;
        int faultsBefore = faults.size();
        try {
            TemplateInstance fragment = size == 0 ? null : fragment(at, at + size, nesting + 1);
            instance.set(slot, ValueType.NULL.code(), at, 0);
            if (fragment != null) {
                instance.nest(slot, fragment);
            }
        } catch (MalformedBinXml malformed) {
            used = usedBefore;
            faults.subList(faultsBefore, faults.size()).clear();
            faults.add(new MalformedBinXml(EvtxProblem.BAD_NESTED, at, slot, malformed.code().key()));
            instance.set(slot, ValueType.BINARY.code(), at, size);
        }
    }

    static boolean isFixedSize(int typeCode) {
        ValueType type = (typeCode & ValueType.ARRAY_FLAG) == 0 ? ValueType.ofCode(typeCode) : null;
        return type != null && (type.size() > 0 || type == ValueType.SIZE_T || type == ValueType.SID);
    }

    private TemplateInstance nextInstance() {
        if (used == instances.size()) {
            instances.add(new TemplateInstance());
        }
        return instances.get(used++);
    }
}
