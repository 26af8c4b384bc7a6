package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import org.jspecify.annotations.Nullable;

/** The record a reader stands on; System fields are answered from the template's slots, without building the tree. */
final class RecordCursor implements EventCursor {
    private static final int STRING = ValueType.STRING.code();
    private final String source;
    private final Chunk chunk;
    private final TreeBuilder trees;
    private @Nullable TemplateInstance instance;
    private long offset;
    private long record;
    private @Nullable Place place;
    private @Nullable Event event;

    RecordCursor(String source, Chunk chunk, TreeBuilder trees) {
        this.source = source;
        this.chunk = chunk;
        this.trees = trees;
    }

    /** Stands on a record. */
    void moveTo(TemplateInstance newInstance, long recordOffset, long recordId) {
        instance = newInstance;
        offset = recordOffset;
        record = recordId;
        place = null;
        event = null;
    }

    @Override
    public Place place() {
        if (place == null) {
            place = new Place(source, offset, record);
        }
        return place;
    }

    @Override
    public @Nullable Value system(SystemField field) {
        return switch (source(field)) {
            case FieldSource.Absent _ -> null;
            case FieldSource.InTree _ -> toEvent().system(field);
            case FieldSource.Constant(Value value, int guard) -> isRemoved(guard) ? null : value;
            case FieldSource.InSlot inSlot -> slotValue(inSlot);
        };
    }

    @Override
    public long number(SystemField field, long ifAbsent) {
        if (source(field) instanceof FieldSource.InSlot(int slot, int guard, boolean _) && !isRemoved(guard)) {
            TemplateInstance values = instance();
            ValueType type = ValueType.ofCode(values.type(slot));
            if (type != null && type.isInteger() && type.code() == values.type(slot)) {
                return ValueDecoder.number(chunk.bytes, type, values.offset(slot), values.size(slot));
            }
        }
        return EventCursor.super.number(field, ifAbsent);
    }

    @Override
    public boolean hasText(SystemField field, String text) {
        if (source(field) instanceof FieldSource.InSlot(int slot, int guard, boolean attribute)
                && instance().type(slot) == STRING && !isRemoved(guard)) {
            return isString(slot, text) && !(attribute && text.isEmpty());
        }
        return EventCursor.super.hasText(field, text);
    }

    @Override
    public long recordId() {
        return number(SystemField.EVENT_RECORD_ID, record);
    }

    @Override
    public Event toEvent() {
        if (event == null) {
            event = new Event(trees.tree(instance()), place());
        }
        return event;
    }

    private @Nullable Value slotValue(FieldSource.InSlot source) {
        if (isRemoved(source.guard())) {
            return null;
        }
        Value value = trees.value(source.slot(), instance());
        boolean absent = source.attribute() ? TreeBuilder.isEmpty(value) : value == Value.Null.NULL;
        return absent ? null : value;
    }

    private boolean isString(int slot, String text) {
        TemplateInstance values = instance();
        int at = values.offset(slot);
        int size = ValueDecoder.stringSize(chunk.bytes, at, values.size(slot));
        if (size != 2 * text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (LittleEndian.u16(chunk.bytes, at + 2 * i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRemoved(int guard) {
        return guard != FieldSource.NONE && instance().isNull(guard);
    }

    private FieldSource source(SystemField field) {
        return instance().template().field(field);
    }

    private TemplateInstance instance() {
        if (instance == null) {
            throw new IllegalStateException("the cursor stands on no record");
        }
        return instance;
    }

    /** The record as it lies in its chunk, for a writer that copies it. */
    StoredRecord stored() {
        return new StoredRecord(chunk.bytes, (int) (offset - chunk.offset()), instance());
    }

    @Override
    public String toString() {
        return place().toString();
    }
}
