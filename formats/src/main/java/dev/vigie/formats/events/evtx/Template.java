package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Literal;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import dev.vigie.formats.windows.Guid;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template of binary XML, compiled: the tree with its names and literals as strings, and where each System field
 * comes from. Independent of any chunk, immutable, shared between threads.
 *
 * <p>Identity is the GUID together with the canonical bytes: real logs hold different templates under one GUID.
 */
final class Template {
    /** The GUID of what is no template: the element of an untemplated record. */
    static final Guid NO_GUID = new Guid(0, 0);

    private final Guid guid;
    private final byte[] canonical;
    private final ElementTemplate root;
    private final Map<SystemField, FieldSource> fields;
    /** Made when they are asked for; two threads may both make one, and either is as good. */
    private final @Nullable TextProgram[] xml = new TextProgram[XmlCompiler.MAX_LEVEL - XmlCompiler.COMPACT + 1];
    private final @Nullable TextProgram[] json = new TextProgram[JsonForm.COUNT];
    private final EventDataSource eventData;
    private int[] uses = new int[8];
    private int slotCount;
    private int maxUses;
    private int nodes;
    private int literalBytes;
    private int depth;

    /** Compiles a template from its canonical bytes, which are kept. */
    Template(Guid guid, byte[] canonical) {
        this.guid = guid;
        this.canonical = canonical;
        root = new TemplateParser(canonical).parse();
        measure(root, 1);
        uses = Arrays.copyOf(uses, slotCount);
        fields = FieldSource.ofTemplate(root);
        eventData = EventDataSource.ofTemplate(root);
    }

    boolean is(Guid otherGuid, byte[] bytes, int size) {
        return guid.equals(otherGuid) && Arrays.equals(canonical, 0, canonical.length, bytes, 0, size);
    }

    Guid guid() {
        return guid;
    }

    /** About how many bytes it occupies, as the cache counts. */
    int weight() {
        return 4 * (canonical.length + uses.length);
    }

    ElementTemplate root() {
        return root;
    }

    /** Where a System field is found, for a record whose outermost template this is. */
    FieldSource field(SystemField field) {
        return fields.getOrDefault(field, FieldSource.Absent.ABSENT);
    }

    /** How its events are printed as XML, on a level as {@link XmlCompiler#compile} takes it. */
    TextProgram xml(int level) {
        int index = level - XmlCompiler.COMPACT;
        TextProgram program = xml[index];
        if (program == null) {
            program = XmlCompiler.compile(root, level);
            xml[index] = program;
        }
        return program;
    }

    /** How a part of a JSON line is printed. */
    TextProgram json(JsonForm form) {
        TextProgram program = json[form.index];
        if (program == null) {
            program = JsonCompiler.compile(root, form);
            json[form.index] = program;
        }
        return program;
    }

    /** Where the payload is found, for a record whose outermost template this is. */
    EventDataSource eventData() {
        return eventData;
    }

    /** The number of values an event of this template needs. */
    int slotCount() {
        return slotCount;
    }

    /** How often the template shows a value. */
    int uses(int slot) {
        return slot < slotCount ? uses[slot] : 0;
    }

    /** The most often it shows any of them. */
    int maxUses() {
        return maxUses;
    }

    /** Elements, attributes and pieces of content. */
    int nodes() {
        return nodes;
    }

    int literalBytes() {
        return literalBytes;
    }

    /** Elements inside each other. */
    int depth() {
        return depth;
    }

    private void measure(ElementTemplate element, int level) {
        nodes++;
        depth = Math.max(depth, level);
        if (element.dependency() != ElementTemplate.NO_DEPENDENCY) {
            growTo(element.dependency());
        }
        for (AttributeTemplate attribute : element.attributes()) {
            nodes++;
            attribute.parts().forEach(part -> measurePart(part, level));
        }
        element.content().forEach(part -> measurePart(part, level));
    }

    private void measurePart(TemplatePart part, int level) {
        switch (part) {
            case Literal literal -> {
                nodes++;
                literalBytes += 2 * literal.value().text().length();
            }
            case Slot slot -> {
                nodes++;
                growTo(slot.index());
                maxUses = Math.max(maxUses, ++uses[slot.index()]);
            }
            case ElementTemplate element -> measure(element, level + 1);
        }
    }

    private void growTo(int slot) {
        slotCount = Math.max(slotCount, slot + 1);
        if (slotCount > uses.length) {
            uses = Arrays.copyOf(uses, 2 * slotCount);
        }
    }

    @Override
    public String toString() {
        return guid + " " + root.name();
    }
}
