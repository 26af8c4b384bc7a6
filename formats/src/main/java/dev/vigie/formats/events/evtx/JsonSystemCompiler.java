package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Literal;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the System element of a template into the members {@code system}, {@code types} and {@code omitted}. */
final class JsonSystemCompiler {
    /** The elements below System, in the order of the event schema. */
    private static final List<String> ELEMENTS = Arrays.stream(SystemField.values()).map(SystemField::element)
            .distinct().toList();

    private final TextProgramBuilder program;
    private final Utf8Buffer text;
    private final List<Source> sources = new ArrayList<>();

    /** Where a field comes from: a slot or a literal, of an element that some values may remove. */
    private record Source(SystemField field, TemplatePart part, ElementTemplate element) {
        boolean isRemovable() {
            return element.guards().length > 0;
        }
    }

    JsonSystemCompiler(TextProgramBuilder program) {
        this.program = program;
        text = program.text();
    }

    void system(ElementTemplate system) {
        if (!isRegular(system)) {
            program.giveUp();
            return;
        }
        text.append(",\"system\":{");
        system.content().forEach(part -> element((ElementTemplate) part));
        program.add(Step.CLOSE, Step.NONE, "", "}");
        types();
        omitted(system);
    }

    private static boolean isRegular(ElementTemplate system) {
        int last = -1;
        for (TemplatePart part : system.content()) {
            int position = part instanceof ElementTemplate element ? ELEMENTS.indexOf(element.name()) : -1;
            if (position <= last) {
                return false;
            }
            last = position;
        }
        return system.attributes().isEmpty() && system.guards().length == 0;
    }

    private void element(ElementTemplate element) {
        Step[] skips = program.skipsIfNull(element.guards());
        SystemField own = SystemField.of(element.name(), null);
        if (own != null && element.content().isEmpty()) {
            name(own);
            text.append("null,");
        } else if (own != null && element.content().size() == 1) {
            field(new Source(own, element.content().getFirst(), element));
        } else if (!element.content().isEmpty()) {
            program.giveUp();
        }
        SystemField last = own;
        for (AttributeTemplate attribute : element.attributes()) {
            SystemField field = SystemField.of(element.name(), attribute.name());
            if (field == null || last != null && field.compareTo(last) <= 0 || attribute.parts().size() != 1) {
                program.giveUp();
                return;
            }
            field(new Source(field, attribute.parts().getFirst(), element));
            last = field;
        }
        program.land(skips);
    }

    private void field(Source source) {
        sources.add(source);
        switch (source.part()) {
            case Literal literal -> {
                name(source.field());
                EventJsonLines.append(source.field(), literal.value(), text);
                text.append(',');
            }
            case Slot slot -> slot(source.field(), slot);
            case ElementTemplate _ -> program.giveUp();
        }
    }

    private void slot(SystemField field, Slot slot) {
        ValueType type = EventJsonLines.type(field);
        String quote = ValuePrinter.isAlwaysString(type) ? "\"" : "";
        Step step = program.add(field.attribute() == null ? Step.CONTENT : Step.ATTRIBUTE, slot.index(),
                '"' + EventJsonLines.key(field) + "\":" + quote, quote + ',');
        step.expected = type;
        if (!quote.isEmpty() || ValuePrinter.isAlwaysBare(type)) {
            step.fit(type, quote.length());
        }
    }

    /** First the case that the values are of the expected types, as nearly always; then any other. */
    private void types() {
        boolean constant = sources.stream().allMatch(source -> source.part() instanceof Slot || !source.isRemovable());
        if (!constant) {
            typesOfEach();
            return;
        }
        Step otherwise = program.add(Step.SKIP_UNLESS_TYPED, Step.NONE);
        char separator = '{';
        for (Source source : sources) {
            if (source.part() instanceof Literal && EventJsonLines.type(source.field()) != ValueType.STRING) {
                text.append(separator == '{' ? ",\"types\":{" : ",");
                type(source.field());
                separator = ',';
            }
        }
        text.append(separator == '{' ? "" : "}");
        Step skip = program.add(Step.SKIP, Step.NONE);
        program.land(otherwise);
        otherwise.all = typesOfEach();
        program.land(skip);
    }

    private Step[] typesOfEach() {
        List<Step> steps = new ArrayList<>();
        program.add(Step.OPEN, Step.NONE, ",\"types\":{", "");
        for (Source source : sources) {
            Step[] skips = program.skipsIfNull(source.element().guards());
            if (source.part() instanceof Slot slot) {
                String key = '"' + EventJsonLines.key(source.field()) + "\":\"";
                Step step = program.add(Step.TYPE, slot.index(), key, "\",");
                step.expected = EventJsonLines.type(source.field());
                steps.add(step);
            } else if (EventJsonLines.type(source.field()) != ValueType.STRING) {
                type(source.field());
                text.append(',');
            }
            program.land(skips);
        }
        program.add(Step.CLOSE_UNLESS_EMPTY, Step.NONE, "", "}");
        return steps.toArray(Step[]::new);
    }

    /** The type of a literal. */
    private void type(SystemField field) {
        name(field);
        JsonCompiler.string(EventJsonLines.typeName(ValueType.STRING), text);
    }

    private void omitted(ElementTemplate system) {
        List<String> names = ELEMENTS.stream().filter(name -> SystemField.of(name, null) == null).toList();
        if (names.stream().map(name -> child(system, name))
                .allMatch(element -> element != null && element.guards().length == 0)) {
            return;
        }
        program.add(Step.OPEN, Step.NONE, ",\"omitted\":[", "");
        for (String name : names) {
            omitted(name, child(system, name));
        }
        program.add(Step.CLOSE_UNLESS_EMPTY, Step.NONE, "", "]");
    }

    private void omitted(String name, @Nullable ElementTemplate element) {
        int[] guards = element == null ? new int[0] : element.guards();
        if (element != null && guards.length == 0) {
            return;
        }
        if (guards.length > 1) {
            program.giveUp();
        }
        Step skip = guards.length == 0 ? null : program.add(Step.SKIP_IF_PRESENT, guards[0]);
        JsonCompiler.string(name, text);
        text.append(',');
        if (skip != null) {
            program.land(skip);
        }
    }

    private static @Nullable ElementTemplate child(ElementTemplate system, String name) {
        return system.content().stream().map(ElementTemplate.class::cast).filter(element -> element.name().equals(name))
                .findFirst().orElse(null);
    }

    private void name(SystemField field) {
        JsonCompiler.string(EventJsonLines.key(field), text);
        text.append(':');
    }
}
