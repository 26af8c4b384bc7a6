package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import dev.vigie.formats.events.text.Escaping;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.util.List;

/**
 * Compiles a template into the steps that print its events as {@link EventJsonLines}. Only the usual shape is compiled:
 * System in the order of the schema, then one payload; whatever differs is left to the tree.
 */
final class JsonCompiler {
    private final TextProgramBuilder program = new TextProgramBuilder();

    private JsonCompiler() {
    }

    /** The program of a template's element. */
    static TextProgram compile(ElementTemplate root, JsonForm form) {
        JsonCompiler compiler = new JsonCompiler();
        compiler.root(root, form);
        return compiler.program.build();
    }

    private void root(ElementTemplate root, JsonForm form) {
        for (int guard : root.guards()) {
            program.add(Step.REQUIRE, guard);
        }
        JsonPayloadCompiler payloads = new JsonPayloadCompiler(program);
        switch (form) {
            case LINE -> event(root);
            case PAYLOAD -> payloads.payload(root);
            case ITEMS -> payloads.itemOrItems(root);
            case TREE -> payloads.tree(root);
        }
    }

    private void event(ElementTemplate event) {
        List<TemplatePart> content = event.content();
        boolean usual = event.name().equals("Event") && hasOnlyTheNamespace(event.attributes())
                && (content.size() == 1 || content.size() == 2)
                && content.getFirst() instanceof ElementTemplate first && first.name().equals("System");
        if (!usual) {
            program.giveUp();
            return;
        }
        new JsonSystemCompiler(program).system((ElementTemplate) content.getFirst());
        if (content.size() == 2) {
            payload(content.get(1));
        }
        program.text().append("}\n");
    }

    private static boolean hasOnlyTheNamespace(List<AttributeTemplate> attributes) {
        return attributes.size() == 1 && attributes.getFirst().name().equals("xmlns")
                && attributes.getFirst().constant() != null
                && attributes.getFirst().constant().value().text().equals(EventXml.NAMESPACE);
    }

    private void payload(TemplatePart part) {
        switch (part) {
            case Slot slot -> program.add(Step.FRAGMENT, slot.index());
            case ElementTemplate payload -> {
                Step[] skips = program.skipsIfNull(payload.guards());
                new JsonPayloadCompiler(program).payload(payload);
                program.land(skips);
            }
            case TemplatePart.Literal _ -> program.giveUp();
        }
    }

    /** Text as a JSON string. */
    static void string(String text, Utf8Buffer out) {
        out.append('"').append(text, Escaping.JSON).append('"');
    }
}
