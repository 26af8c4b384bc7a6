package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Value;
import java.util.List;

/** The binary XML of a record or of a nested value (MS-EVEN6 2.2.12 Fragment). */
sealed interface WriterFragment {
    /** An element written in place, without a template. */
    record Bare(WriterNode.Tag element) implements WriterFragment {
    }

    /** A template with the values for its slots, in the order of their numbers. */
    record Instance(WriterNode.Tag definition, List<SlotValue> values) implements WriterFragment {
        public Instance {
            values = List.copyOf(values);
        }
    }

    /** A record that was read, whose values are copied as they lie. */
    record Stored(StoredRecord record) implements WriterFragment {
    }

    /** What fills a slot. */
    sealed interface SlotValue {
        /** A slot without a value. */
        SlotValue NONE = new Typed(Value.Null.NULL);

        /** A plain value. */
        record Typed(Value value) implements SlotValue {
        }

        /** Binary XML inside binary XML. */
        record Nested(Instance instance) implements SlotValue {
        }
    }
}
