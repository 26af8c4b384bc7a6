package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.text.Escaping;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.SelfPrinting;
import dev.vigie.formats.events.text.Utf8Buffer;
import org.jspecify.annotations.Nullable;

/** The record a reader stands on; System fields are answered from the template's slots, without building the tree. */
final class RecordCursor extends SlotCursor implements SelfPrinting {
    private final String source;
    private final Chunk chunk;
    private final TreeBuilder trees;
    private final XmlPrinter xml;
    private final JsonPrinter json;
    /** The member {@code file} of a JSON line, which is the same in all of them. */
    private final byte[] file;
    private @Nullable TemplateInstance instance;
    private long offset;
    private long record;
    private @Nullable Place place;
    private @Nullable Event event;

    RecordCursor(String source, Chunk chunk, ValueDecoder values) {
        super(chunk, values);
        this.source = source;
        this.chunk = chunk;
        trees = new TreeBuilder(chunk, values);
        ValuePrinter printer = new ValuePrinter(chunk, values);
        xml = new XmlPrinter(chunk, printer);
        json = new JsonPrinter(chunk, printer);
        file = new Utf8Buffer(64).append(",\"file\":\"").append(source, Escaping.JSON).append("\",\"offset\":")
                .toByteArray();
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
    SlotValues values() {
        return instance();
    }

    @Override
    Value nestedText(int slot) {
        return trees.value(slot, instance());
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

    @Override
    public boolean appendXml(EventXml.Style style, int level, Utf8Buffer out) {
        return isTemplated()
                && xml.append(instance(), style == EventXml.Style.COMPACT ? XmlCompiler.COMPACT : level, out);
    }

    @Override
    public boolean appendJson(Utf8Buffer out) {
        if (!isTemplated() || record == Place.NO_RECORD) {
            return false;
        }
        out.append("{\"record\":");
        EventJsonLines.append(new Value.Int(ValueType.UINT64, record), out);
        out.append(file).append(offset);
        return json.append(instance(), JsonForm.LINE, out);
    }

    /** An untemplated record is a template of its own; to compile that for one event does not pay. */
    private boolean isTemplated() {
        return !instance().template().guid().equals(Template.NO_GUID);
    }

    private TemplateInstance instance() {
        if (instance == null) {
            throw new IllegalStateException("the cursor stands on no record");
        }
        return instance;
    }

    /** The record as it lies in its chunk, for a writer that copies it. */
    StoredRecord stored() {
        return new StoredRecord(chunk, (int) (offset - chunk.offset()), instance());
    }

    @Override
    public String toString() {
        return place().toString();
    }
}
