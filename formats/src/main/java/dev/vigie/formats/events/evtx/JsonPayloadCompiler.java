package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Literal;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the payload of a template into the members {@code payload}, {@code data} and {@code elements}. */
final class JsonPayloadCompiler {
    private static final String DATA = "Data";

    private final TextProgramBuilder program;
    private final Utf8Buffer text;

    JsonPayloadCompiler(TextProgramBuilder program) {
        this.program = program;
        text = program.text();
    }

    /** A payload that exists. */
    void payload(ElementTemplate payload) {
        switch (payload.localName()) {
            case "System", "RenderingInfo" -> program.giveUp();
            case "EventData" -> eventData(payload);
            default -> other(payload);
        }
    }

    private void eventData(ElementTemplate payload) {
        if (!payload.content().stream().allMatch(ElementTemplate.class::isInstance)) {
            program.giveUp();
        } else if (payload.name().equals("EventData") && payload.attributes().isEmpty()
                && payload.content().stream().allMatch(item -> isRegular((ElementTemplate) item))) {
            data(payload);
        } else {
            other(payload);
        }
    }

    private static boolean isRegular(ElementTemplate item) {
        boolean named = item.name().equals(DATA) && item.attributes().size() == 1
                && item.attributes().getFirst().name().equals("Name")
                && item.attributes().getFirst().constant() != null;
        return item.content().size() <= 1 && (item.attributes().isEmpty() || named);
    }

    private void other(ElementTemplate payload) {
        text.append(",\"payload\":");
        JsonCompiler.string(payload.name(), text);
        data(payload);
        text.append(",\"elements\":[");
        tree(payload);
        text.append(']');
    }

    private void data(ElementTemplate payload) {
        text.append(",\"data\":[");
        items(payload);
        program.add(Step.CLOSE, Step.NONE, "", "]");
    }

    private void items(ElementTemplate parent) {
        for (TemplatePart part : parent.content()) {
            switch (part) {
                case ElementTemplate element -> {
                    Step[] skips = program.skipsIfNull(element.guards());
                    itemOrItems(element);
                    program.land(skips);
                }
                case Slot slot -> program.add(Step.ITEMS, slot.index());
                case Literal _ -> {
                }
            }
        }
    }

    /** An element that exists: an item, or those below it. */
    void itemOrItems(ElementTemplate element) {
        if (element.content().stream().anyMatch(ElementTemplate.class::isInstance)) {
            branch(element);
        } else {
            item(element);
        }
    }

    /** An element that has elements in every event; one that might have none would be an item. */
    private void branch(ElementTemplate element) {
        boolean always = element.content().stream()
                .anyMatch(part -> part instanceof ElementTemplate child && child.guards().length == 0);
        if (!always) {
            program.giveUp();
        }
        items(element);
    }

    private void item(ElementTemplate element) {
        text.append('{');
        String name = element.localName().equals(DATA) ? givenName(element) : element.localName();
        if (name != null) {
            text.append("\"name\":");
            JsonCompiler.string(name, text);
            text.append(',');
        }
        if (!element.name().equals(DATA)) {
            text.append("\"element\":");
            JsonCompiler.string(element.name(), text);
            text.append(',');
        }
        text.append("\"value\":");
        itemValue(element.content());
    }

    private void itemValue(List<TemplatePart> content) {
        if (content.isEmpty()) {
            text.append("null},");
        } else if (content.size() > 1) {
            program.giveUp();
        } else if (content.getFirst() instanceof Slot slot) {
            datum(slot);
        } else if (content.getFirst() instanceof Literal literal) {
            JsonCompiler.string(literal.value().text(), text);
            text.append(",\"type\":\"").append(EventJsonLines.typeName(ValueType.STRING)).append("\"},");
        }
    }

    /** A value and the end of its item, which is settled for a value of the declared type, as nearly all are. */
    private void datum(Slot slot) {
        boolean isArray = (slot.declaredType() & ValueType.ARRAY_FLAG) != 0;
        ValueType declared = isArray ? null : ValueType.ofCode(slot.declaredType());
        if (declared == null || !ValuePrinter.isAlwaysString(declared) && !ValuePrinter.isAlwaysBare(declared)) {
            program.add(Step.DATUM, slot.index());
            return;
        }
        String quote = ValuePrinter.isAlwaysString(declared) ? "\"" : "";
        program.add(Step.DATUM, slot.index(), "", quote + ",\"type\":\"" + EventJsonLines.typeName(declared) + "\"},")
                .fit(declared, quote.length());
    }

    /** The name a Data element is given, or null. */
    private @Nullable String givenName(ElementTemplate data) {
        for (AttributeTemplate attribute : data.attributes()) {
            if (attribute.name().substring(attribute.name().lastIndexOf(':') + 1).equals("Name")) {
                if (attribute.constant() != null) {
                    return attribute.constant().value().text();
                }
                program.giveUp();
            }
        }
        return null;
    }

    /** An element that exists, with everything below it. */
    void tree(ElementTemplate element) {
        text.append("{\"element\":");
        JsonCompiler.string(element.name(), text);
        attributes(element.attributes());
        Slot only = element.onlySlot();
        if (only != null) {
            program.add(Step.TREE_CONTENT, only.index());
        } else if (!element.content().isEmpty()) {
            content(element.content());
        }
        text.append('}');
    }

    private void attributes(List<AttributeTemplate> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        text.append(",\"attributes\":");
        char separator = '[';
        for (AttributeTemplate attribute : attributes) {
            Attribute constant = attribute.constant();
            if (constant == null) {
                program.giveUp();
                return;
            }
            text.append(separator).append('[');
            JsonCompiler.string(constant.name(), text);
            text.append(',');
            JsonCompiler.string(constant.value().text(), text);
            text.append(']');
            separator = ',';
        }
        text.append(']');
    }

    private void content(List<TemplatePart> content) {
        boolean filled = content.stream().anyMatch(part -> part instanceof Literal
                || part instanceof ElementTemplate child && child.guards().length == 0);
        if (!filled) {
            program.giveUp();
        }
        text.append(",\"content\":[");
        for (TemplatePart part : content) {
            switch (part) {
                case Literal literal -> {
                    JsonCompiler.string(literal.value().text(), text);
                    text.append(',');
                }
                case Slot slot -> program.add(Step.CHILD, slot.index(), "", ",");
                case ElementTemplate child -> {
                    Step[] skips = program.skipsIfNull(child.guards());
                    tree(child);
                    text.append(',');
                    program.land(skips);
                }
            }
        }
        program.add(Step.CLOSE, Step.NONE, "", "]");
    }
}
