package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Answer;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueTest;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.EventDataSource.DataElements;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Literal;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cursor that answers from the slots of the record's template, as far as these tell, without building the tree. */
abstract class SlotCursor implements EventCursor {
    private static final int STRING = ValueType.STRING.code();
    private static final int BINARY_XML = ValueType.BINARY_XML.code();
    private final Chunk chunk;
    private final ValueDecoder decoder;
    private final Utf16View text = new Utf16View();

    SlotCursor(Chunk chunk, ValueDecoder decoder) {
        this.chunk = chunk;
        this.decoder = decoder;
    }

    /** The template and values of the record. */
    abstract SlotValues values();

    /** The text of a value of binary XML. */
    abstract Value nestedText(int slot);

    @Override
    public final @Nullable Value system(SystemField field) {
        return switch (source(field)) {
            case FieldSource.Absent _ -> null;
            case FieldSource.InTree _ -> toEvent().system(field);
            case FieldSource.Constant(Value value, int guard) -> isRemoved(guard) ? null : value;
            case FieldSource.InSlot inSlot -> slotValue(inSlot);
        };
    }

    @Override
    public final long number(SystemField field, long ifAbsent) {
        if (source(field) instanceof FieldSource.InSlot(int slot, int guard, boolean _) && !isRemoved(guard)) {
            SlotValues values = values();
            int code = values.type(slot);
            ValueType type = ValueType.ofCode(code);
            if (type != null && type.isInteger() && type.code() == code) {
                return ValueDecoder.number(chunk.bytes, type, values.offset(slot), values.size(slot));
            }
        }
        return EventCursor.super.number(field, ifAbsent);
    }

    @Override
    public final boolean hasText(SystemField field, String wanted) {
        if (source(field) instanceof FieldSource.InSlot(int slot, int guard, boolean attribute)
                && values().type(slot) == STRING && !isRemoved(guard)) {
            return string(values(), slot).isEqualTo(wanted) && !(attribute && wanted.isEmpty());
        }
        return EventCursor.super.hasText(field, wanted);
    }

    @Override
    public final Answer anyDatum(@Nullable String name, ValueTest test) {
        SlotValues values = values();
        EventDataSource source = values.template().eventData();
        int found = source.inlineCount();
        Answer answer = found == 0 ? Answer.NO : any(source.ofInline(), values, name, test);
        for (Slot slot : source.slots()) {
            SlotValues nested = values.nested(slot.index());
            if (nested != null && EventDataSource.isEventData(nested.template().root())) {
                found++;
                answer = any(nested.template().eventData().ofRoot(), nested, name, test);
            }
        }
        return found > 1 ? Answer.UNKNOWN : answer;
    }

    private Answer any(@Nullable DataElements elements, SlotValues values, @Nullable String name, ValueTest test) {
        if (elements == null) {
            return Answer.UNKNOWN;
        }
        Answer any = Answer.NO;
        if (exists(elements.parent(), values)) {
            for (ElementTemplate element : elements.named(name)) {
                if (exists(element, values)) {
                    any = any.or(passes(element, values, test));
                }
            }
        }
        return any;
    }

    private static boolean exists(ElementTemplate element, SlotValues values) {
        if (element.dependency() != ElementTemplate.NO_DEPENDENCY && values.isNull(element.dependency())) {
            return false;
        }
        Slot slot = element.onlySlot();
        return slot == null || !slot.optional() || !values.isNull(slot.index());
    }

    private Answer passes(ElementTemplate element, SlotValues values, ValueTest test) {
        List<TemplatePart> content = element.content();
        if (content.isEmpty()) {
            return Answer.of(test.passes(Value.Null.NULL));
        }
        if (content.size() > 1) {
            return Answer.UNKNOWN;
        }
        return switch (content.getFirst()) {
            case Literal literal -> Answer.of(test.passes(literal.value()));
            case Slot slot -> passes(slot.index(), values, test);
            case ElementTemplate _ -> Answer.UNKNOWN;
        };
    }

    private Answer passes(int slot, SlotValues values, ValueTest test) {
        int type = values.type(slot);
        if (type == STRING) {
            return Answer.of(test.passesText(string(values, slot)));
        }
        if (type == BINARY_XML) {
            return Answer.UNKNOWN;
        }
        return switch (decoded(values, slot)) {
            case Value.Array(ValueType _, List<Value> items) when !items.isEmpty() ->
                Answer.of(items.stream().anyMatch(test::passes));
            case Value.Array _ -> Answer.of(test.passes(Value.Null.NULL));
            case Value value -> Answer.of(test.passes(value));
        };
    }

    private @Nullable Value slotValue(FieldSource.InSlot source) {
        if (isRemoved(source.guard())) {
            return null;
        }
        SlotValues values = values();
        Value value = values.type(source.slot()) == BINARY_XML
                ? nestedText(source.slot())
                : decoded(values, source.slot());
        boolean absent = source.attribute() ? TreeBuilder.isEmpty(value) : value == Value.Null.NULL;
        return absent ? null : value;
    }

    private Value decoded(SlotValues values, int slot) {
        return values.isNull(slot)
                ? Value.Null.NULL
                : decoder.decode(chunk.bytes, values.type(slot), values.offset(slot), values.size(slot));
    }

    private Utf16View string(SlotValues values, int slot) {
        int at = values.offset(slot);
        return text.of(chunk.bytes, at, ValueDecoder.stringSize(chunk.bytes, at, values.size(slot)));
    }

    private boolean isRemoved(int guard) {
        return guard != FieldSource.NONE && values().isNull(guard);
    }

    private FieldSource source(SystemField field) {
        return values().template().field(field);
    }
}
