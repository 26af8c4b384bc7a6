package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.WriterFragment.SlotValue;
import dev.vigie.formats.events.evtx.WriterNode.Leaf;
import dev.vigie.formats.events.evtx.WriterNode.Tag;
import dev.vigie.formats.events.evtx.WriterNode.TagAttribute;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;

/** Writes binary XML into a chunk, which provides names and template definitions (MS-EVEN6 2.2.12 and 3.1.4.7). */
final class BinXmlWriter {
    private static final int END_OF_FRAGMENT = 0x00;
    private static final int OPEN_ELEMENT = 0x01;
    private static final int CLOSE_START = 0x02;
    private static final int CLOSE_EMPTY = 0x03;
    private static final int END_ELEMENT = 0x04;
    private static final int TEXT = 0x05;
    private static final int ATTRIBUTE = 0x06;
    private static final int TEMPLATE_INSTANCE = 0x0C;
    private static final int NORMAL_SUBSTITUTION = 0x0D;
    private static final int OPTIONAL_SUBSTITUTION = 0x0E;
    private static final int FRAGMENT_HEADER = 0x0F;
    /** Set on the token of an element with attributes, and of an attribute that another one follows. */
    private static final int MORE = 0x40;
    private static final int DESCRIPTOR_SIZE = 4;
    private final ChunkWriter chunk;
    private final WriterBuffer out;
    private final Charset ansi;
    private final WriterDefinitions definitions;

    BinXmlWriter(ChunkWriter chunk, Charset ansi, WriterDefinitions definitions) {
        this.chunk = chunk;
        this.definitions = definitions;
        this.out = chunk.buffer();
        this.ansi = ansi;
    }

    /** Writes the content of a record. */
    void record(WriterFragment fragment) {
        header();
        switch (fragment) {
            case WriterFragment.Bare bare -> element(bare.element(), false);
            case WriterFragment.Instance instance -> instance(instance);
            case WriterFragment.Stored stored -> stored(stored.record().instance(), stored.record().chunk().bytes);
        }
        out.u8(END_OF_FRAGMENT);
    }

    /** Writes the body of a template definition: a fragment whose elements state their dependency. */
    void definition(Tag root) {
        header();
        element(root, true);
        out.u8(END_OF_FRAGMENT);
    }

    private void header() {
        out.u8(FRAGMENT_HEADER);
        out.u8(1);
        out.u8(1);
        out.u8(0);
    }

    private void instance(WriterFragment.Instance instance) {
        out.u8(TEMPLATE_INSTANCE);
        out.u8(1);
        chunk.template(definitions.of(instance.definition()), this);
        values(instance.values());
    }

    /** A template instance whose values are copied; a value the record should bring and does not is written as NULL. */
    private void stored(TemplateInstance instance, byte[] bytes) {
        out.u8(TEMPLATE_INSTANCE);
        out.u8(1);
        chunk.template(definitions.of(instance.template()), this);
        int count = Math.max(instance.count(), instance.template().slotCount());
        out.u32(count);
        int descriptor = out.position();
        out.skip(DESCRIPTOR_SIZE * count);
        for (int slot = 0; slot < instance.count(); slot++) {
            int start = out.position();
            int typeCode = storedValue(instance, slot, bytes);
            out.u16At(descriptor, out.position() - start);
            out.u16At(descriptor + 2, typeCode);
            descriptor += DESCRIPTOR_SIZE;
        }
    }

    private int storedValue(TemplateInstance instance, int slot, byte[] bytes) {
        TemplateInstance nested = instance.nested(slot);
        if (nested == null) {
            out.bytes(bytes, instance.offset(slot), instance.size(slot));
            return instance.type(slot);
        }
        stored(nested, bytes);
        out.u8(END_OF_FRAGMENT);
        return ValueType.BINARY_XML.code();
    }

    private void values(List<SlotValue> values) {
        out.u32(values.size());
        int descriptor = out.position();
        out.skip(DESCRIPTOR_SIZE * values.size());
        for (SlotValue value : values) {
            int start = out.position();
            int typeCode = value(value);
            out.u16At(descriptor, out.position() - start);
            out.u16At(descriptor + 2, typeCode);
            descriptor += DESCRIPTOR_SIZE;
        }
    }

    private int value(SlotValue slotValue) {
        return switch (slotValue) {
            case SlotValue.Typed(var value) -> {
                WriterValues.write(value, ansi, out);
                yield WriterValues.typeCode(value);
            }
            case SlotValue.Nested(var instance) -> {
                instance(instance);
                out.u8(END_OF_FRAGMENT);
                yield ValueType.BINARY_XML.code();
            }
        };
    }

    private void element(Tag tag, boolean inDefinition) {
        boolean hasAttributes = !tag.attributes().isEmpty();
        out.u8(hasAttributes ? OPEN_ELEMENT | MORE : OPEN_ELEMENT);
        if (inDefinition) {
            out.u16(tag.dependency());
        }
        int size = openSize();
        chunk.name(tag.name());
        if (hasAttributes) {
            attributes(tag.attributes());
        }
        if (tag.content().isEmpty()) {
            out.u8(CLOSE_EMPTY);
        } else {
            out.u8(CLOSE_START);
            for (WriterNode node : tag.content()) {
                node(node, inDefinition);
            }
            out.u8(END_ELEMENT);
        }
        closeSize(size);
    }

    private void attributes(List<TagAttribute> attributes) {
        int size = openSize();
        for (Iterator<TagAttribute> rest = attributes.iterator(); rest.hasNext();) {
            TagAttribute attribute = rest.next();
            out.u8(rest.hasNext() ? ATTRIBUTE | MORE : ATTRIBUTE);
            chunk.name(attribute.name());
            attribute.parts().forEach(this::leaf);
        }
        closeSize(size);
    }

    private void node(WriterNode node, boolean inDefinition) {
        switch (node) {
            case Tag tag -> element(tag, inDefinition);
            case Leaf leaf -> leaf(leaf);
        }
    }

    private void leaf(Leaf leaf) {
        switch (leaf) {
            case WriterNode.Literal(String text) -> {
                out.u8(TEXT);
                out.u8(ValueType.STRING.code());
                out.u16(text.length());
                out.utf16(text);
            }
            case WriterNode.Slot slot -> {
                out.u8(slot.optional() ? OPTIONAL_SUBSTITUTION : NORMAL_SUBSTITUTION);
                out.u16(slot.index());
                out.u8(slot.typeCode());
            }
        }
    }

    private int openSize() {
        int at = out.position();
        out.u32(0);
        return at;
    }

    private void closeSize(int at) {
        out.u32At(at, out.position() - at - 4);
    }
}
