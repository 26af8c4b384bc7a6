package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A template with the values of one record: where each lies in the chunk, and of what type its descriptor says it is
 * (MS-EVEN6 2.2.12, TemplateInstanceData). Reusable.
 */
final class TemplateInstance implements SlotValues {
    private @Nullable Template template;
    private int count;
    private int[] types = new int[32];
    private int[] offsets = new int[32];
    private int[] sizes = new int[32];
    private @Nullable TemplateInstance[] nested = new TemplateInstance[32];
    private long nodes;
    private long characters;
    private int depth;

    /** Starts over, with room for a number of values, all NULL. */
    void begin(Template newTemplate, int valueCount) {
        template = newTemplate;
        count = valueCount;
        if (valueCount > types.length) {
            int capacity = Math.max(valueCount, 2 * types.length);
            types = new int[capacity];
            offsets = new int[capacity];
            sizes = new int[capacity];
            nested = new TemplateInstance[capacity];
        }
        Arrays.fill(nested, 0, valueCount, null);
        nodes = newTemplate.nodes();
        characters = newTemplate.literalBytes();
        depth = newTemplate.depth();
    }

    void set(int slot, int type, int offset, int size) {
        types[slot] = type;
        offsets[slot] = offset;
        sizes[slot] = size;
        characters += (long) size * template().uses(slot);
    }

    /** Makes a value the binary XML of another instance. */
    void nest(int slot, TemplateInstance instance) {
        types[slot] = ValueType.BINARY_XML.code();
        nested[slot] = instance;
        nodes += instance.nodes * template().uses(slot);
        characters += instance.characters * template().uses(slot);
        depth = Math.max(depth, template().depth() + instance.depth);
    }

    /** Whether it stays within what a record may ask for, counting shared parts as often as they show. */
    boolean isWithinLimits() {
        return nodes <= Limits.NODES && characters <= Limits.CHARACTERS && depth <= Limits.DEPTH;
    }

    @Override
    public Template template() {
        if (template == null) {
            throw new IllegalStateException("begin first");
        }
        return template;
    }

    /** The number of values. */
    int count() {
        return count;
    }

    /** The type code of a value; that of NULL for one the record does not bring. */
    @Override
    public int type(int slot) {
        return slot < count ? types[slot] : ValueType.NULL.code();
    }

    @Override
    public boolean isNull(int slot) {
        return type(slot) == ValueType.NULL.code();
    }

    /** Where a value lies in the chunk. */
    @Override
    public int offset(int slot) {
        return offsets[slot];
    }

    /** How many bytes it has. */
    @Override
    public int size(int slot) {
        return sizes[slot];
    }

    /** The fragment of a value whose type is binary XML. */
    TemplateInstance fragment(int slot) {
        return Objects.requireNonNull(nested[slot]);
    }

    /** The fragment a value of binary XML holds, or null for any other value. */
    @Override
    public @Nullable TemplateInstance nested(int slot) {
        return slot < count ? nested[slot] : null;
    }
}
