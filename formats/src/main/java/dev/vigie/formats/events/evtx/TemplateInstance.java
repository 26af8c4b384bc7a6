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
    private boolean hasNested;
    /** Bytes of all values, and what nested binary XML shows at most. */
    private long valueBytes;
    private long nodes;
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
        if (hasNested) {
            Arrays.fill(nested, null);
            hasNested = false;
        }
        valueBytes = 0;
        nodes = newTemplate.nodes();
        depth = newTemplate.depth();
    }

    void set(int slot, int type, int offset, int size) {
        types[slot] = type;
        offsets[slot] = offset;
        sizes[slot] = size;
        valueBytes += size;
    }

    /** Makes a value the binary XML of another instance. */
    void nest(int slot, TemplateInstance instance) {
        types[slot] = ValueType.BINARY_XML.code();
        nested[slot] = instance;
        hasNested = true;
        valueBytes += Math.min(instance.charactersAtMost(), Limits.CHARACTERS);
        nodes += instance.nodes * template().uses(slot);
        depth = Math.max(depth, template().depth() + instance.depth);
    }

    /** Whether it stays within what a record may ask for, counting shared parts as often as they show. */
    boolean isWithinLimits() {
        return nodes <= Limits.NODES && depth <= Limits.DEPTH
                && (charactersAtMost() <= Limits.CHARACTERS || characters() <= Limits.CHARACTERS);
    }

    /** As {@link #characters}, or more: no real event reaches the limit even if all values are its most used one. */
    private long charactersAtMost() {
        return template().literalBytes() + valueBytes * template().maxUses();
    }

    /** Bytes of values and literal text. */
    private long characters() {
        long characters = template().literalBytes();
        for (int slot = 0; slot < count; slot++) {
            TemplateInstance inner = nested[slot];
            characters += (inner == null ? sizes[slot] : inner.characters()) * (long) template().uses(slot);
        }
        return characters;
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
