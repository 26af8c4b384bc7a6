package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record as its descriptors state them (MS-EVEN6 2.2.12, TemplateInstanceData), looked up one by one:
 * nothing is read of a record but what is asked for, and nothing else of it is known to be right. Reusable.
 *
 * <p>All methods throw {@link Undecided} where a record is not as nearly all are.
 */
final class DescriptorTable implements SlotValues {
    private static final int FRAGMENT_HEADER = 0x0F;
    private static final int FRAGMENT_HEADER_SIZE = 4;
    private static final int TEMPLATE_INSTANCE = 0x0C;
    /** Token, version, template id, definition offset. */
    private static final int INSTANCE_HEADER_SIZE = 10;
    private static final int DEFINITION_OFFSET = 6;
    private static final int DESCRIPTOR_SIZE = 4;
    /** By type code: the size with which a value of it needs no further look, or one that no value has. */
    private static final int[] PLAIN_SIZES = plainSizes();

    private final Chunk chunk;
    private final ChunkTemplates templates;
    private @Nullable Template template;
    private @Nullable DescriptorTable nested;
    private int definition;
    private int count;
    private int descriptors;
    private int end;
    private int slot;
    private int offset;
    private int size;

    DescriptorTable(Chunk chunk, ChunkTemplates templates) {
        this.chunk = chunk;
        this.templates = templates;
    }

    /** Stands on the template instance that a fragment of binary XML holds. */
    void moveTo(int from, int to) {
        byte[] bytes = chunk.bytes;
        // Nested fragments often have no header.
        int at = bytes[from] == FRAGMENT_HEADER ? from + FRAGMENT_HEADER_SIZE : from;
        if (to - at < INSTANCE_HEADER_SIZE + Integer.BYTES || bytes[at] != TEMPLATE_INSTANCE) {
            throw new Undecided();
        }
        definition = LittleEndian.i32(bytes, at + DEFINITION_OFFSET);
        int values = at + INSTANCE_HEADER_SIZE;
        template = template(definition, at);
        if (definition == values) {
            values += templates.definitionSize(definition);
        }
        count = to - values < Integer.BYTES ? -1 : LittleEndian.i32(bytes, values);
        descriptors = values + Integer.BYTES;
        end = to;
        if (count < 0 || count > (to - descriptors) / DESCRIPTOR_SIZE) {
            throw new Undecided();
        }
        slot = 0;
        offset = descriptors + DESCRIPTOR_SIZE * count;
        size = count == 0 ? 0 : descriptor(0) & 0xFFFF;
    }

    private Template template(int at, int reference) {
        try {
            return templates.at(at, reference);
        } catch (MalformedBinXml malformed) {
            throw new Undecided();
        }
    }

    /** Where the template is defined in the chunk. */
    int definition() {
        return definition;
    }

    @Override
    public Template template() {
        if (template == null) {
            throw new Undecided();
        }
        return template;
    }

    @Override
    public int type(int wanted) {
        if (wanted >= count) {
            return ValueType.NULL.code();
        }
        seek(wanted);
        int type = descriptor(wanted) >>> 16 & 0xFF;
        if (size > end - offset) {
            throw new Undecided();
        }
        return size == PLAIN_SIZES[type] ? type : unusualType(type);
    }

    /** The type of a value whose size its type alone does not tell to be right. */
    private int unusualType(int type) {
        if (type == ValueType.BINARY_XML.code()) {
            return size == 0 ? ValueType.NULL.code() : type;
        }
        if (size == 0 && RecordDecoder.isFixedSize(type)) {
            return ValueType.NULL.code();
        }
        if (ValueDecoder.fault(chunk.bytes, type, offset, size) != null) {
            throw new Undecided();
        }
        return type;
    }

    @Override
    public int offset(int wanted) {
        seek(wanted);
        return offset;
    }

    @Override
    public int size(int wanted) {
        seek(wanted);
        return size;
    }

    /** A whole number without sign, or the ticks of a time. */
    long number(int wanted) {
        seek(wanted);
        return switch (size) {
            case Byte.BYTES -> LittleEndian.u8(chunk.bytes, offset);
            case Short.BYTES -> LittleEndian.u16(chunk.bytes, offset);
            case Integer.BYTES -> LittleEndian.u32(chunk.bytes, offset);
            default -> LittleEndian.i64(chunk.bytes, offset);
        };
    }

    /** A string. */
    Utf16View text(int wanted, Utf16View view) {
        seek(wanted);
        return view.of(chunk.bytes, offset, ValueDecoder.stringSize(chunk.bytes, offset, size));
    }

    @Override
    public @Nullable SlotValues nested(int wanted) {
        if (type(wanted) != ValueType.BINARY_XML.code()) {
            return null;
        }
        if (nested == null) {
            nested = new DescriptorTable(chunk, templates);
        }
        nested.moveTo(offset, offset + size);
        return nested;
    }

    private static int[] plainSizes() {
        int[] sizes = new int[1 << Byte.SIZE];
        Arrays.fill(sizes, -1);
        for (ValueType type : ValueType.values()) {
            boolean anyBits = type.isInteger() || type == ValueType.FILETIME || type == ValueType.GUID;
            if (anyBits && type.size() > 0) {
                sizes[type.code()] = type.size();
            }
        }
        sizes[ValueType.NULL.code()] = 0;
        return sizes;
    }

    /** Values lie one behind the other; where one is, the sizes of those before it tell. */
    private void seek(int wanted) {
        if (wanted < slot) {
            slot = 0;
            offset = descriptors + DESCRIPTOR_SIZE * count;
            size = descriptor(0) & 0xFFFF;
        }
        while (slot < wanted) {
            offset += size;
            size = descriptor(++slot) & 0xFFFF;
        }
    }

    private int descriptor(int wanted) {
        return LittleEndian.i32(chunk.bytes, descriptors + DESCRIPTOR_SIZE * wanted);
    }
}
