package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.evtx.TemplatePart.AttributeTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.ElementTemplate;
import dev.vigie.formats.events.evtx.TemplatePart.Literal;
import dev.vigie.formats.events.evtx.TemplatePart.Slot;
import dev.vigie.formats.events.text.Escaping;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.util.List;

/**
 * Compiles a template into the steps that print its events as {@link EventXml}: names, namespaces, escapes and
 * indentation are settled here. What cannot be settled before the values are known, and is rare, is left to the tree.
 */
final class XmlCompiler {
    /** The level of an element that is printed on one line, in an event that is indented. */
    static final int FLAT = -1;
    /** The level of every element of an event in {@link EventXml.Style#COMPACT}. */
    static final int COMPACT = -2;
    /** The deepest level that is compiled for. */
    static final int MAX_LEVEL = 5;

    private final TextProgramBuilder program = new TextProgramBuilder();
    private final Utf8Buffer text = program.text();
    private final XmlTemplateNames names = new XmlTemplateNames();
    private final String quote;

    private XmlCompiler(int level) {
        quote = level == COMPACT ? "'" : "\"";
    }

    /** The program of an element that is indented to a level, or {@link #FLAT} or {@link #COMPACT}. */
    static TextProgram compile(ElementTemplate root, int level) {
        XmlCompiler compiler = new XmlCompiler(level);
        compiler.root(root, level);
        return compiler.program.build();
    }

    /** Only the tree knows whether a root that misses its value exists; it is printed for a record, not in another. */
    private void root(ElementTemplate root, int level) {
        for (int guard : root.guards()) {
            program.add(Step.REQUIRE, guard);
        }
        existing(root, level, false);
    }

    private void element(ElementTemplate element, int level) {
        Step[] skips = program.skipsIfNull(element.guards());
        breakLine(level);
        existing(element, level, true);
        program.land(skips);
    }

    /** An element whose guards are not NULL; one whose content is an array may be repeated. */
    private void existing(ElementTemplate element, int level, boolean repeatable) {
        int mark = names.mark();
        if (!names.enter(element)) {
            program.giveUp();
        }
        String name = names.element(element.name());
        int start = text.size();
        text.append('<').append(name);
        boolean constantTag = attributes(element.attributes());
        content(element, name, level, constantTag && repeatable ? start : Step.NONE);
        names.leave(mark);
    }

    /** Writes attributes; tells whether they are the same in every event. */
    private boolean attributes(List<AttributeTemplate> attributes) {
        boolean constant = true;
        for (AttributeTemplate attribute : attributes) {
            String start = " " + names.attribute(attribute.name()) + "=" + quote;
            Slot slot = attribute.onlySlot();
            if (slot != null) {
                program.add(Step.ATTRIBUTE, slot.index(), start, quote);
                constant = false;
            } else if (attribute.constant() != null) {
                text.append(start).append(attribute.constant().value().text(), Escaping.XML_ATTRIBUTE).append(quote);
            } else {
                program.giveUp();
            }
        }
        return constant;
    }

    private void content(ElementTemplate element, String name, int level, int startTag) {
        Slot only = element.onlySlot();
        if (only != null) {
            text.append('>');
            Step step = program.add(Step.CONTENT, only.index(), "", "</" + name + ">");
            step.startTag = startTag;
            step.level = level;
        } else if (element.content().isEmpty()) {
            text.append("/>");
        } else if (element.content().stream().anyMatch(XmlCompiler::alwaysExists)) {
            filled(element.content(), name, level);
        } else {
            perhapsFilled(element.content(), name, level);
        }
    }

    private static boolean alwaysExists(TemplatePart part) {
        return part instanceof Literal || part instanceof ElementTemplate element && element.guards().length == 0;
    }

    private void perhapsFilled(List<TemplatePart> content, String name, int level) {
        Step[] presences = new Step[content.size()];
        for (int i = 0; i < presences.length; i++) {
            presences[i] = program.add(Step.SKIP_IF_PRESENT, onlyGuard(content.get(i)));
        }
        text.append("/>");
        Step skip = program.add(Step.SKIP, Step.NONE);
        program.land(presences);
        filled(content, name, level);
        program.land(skip);
    }

    /** The slot whose value decides alone whether a part exists. */
    private int onlyGuard(TemplatePart part) {
        if (part instanceof Slot slot) {
            return slot.index();
        }
        int[] guards = ((ElementTemplate) part).guards();
        if (guards.length > 1) {
            program.giveUp();
        }
        return guards[0];
    }

    private void filled(List<TemplatePart> content, String name, int level) {
        boolean elementsOnly = content.stream().noneMatch(Literal.class::isInstance)
                && content.stream().anyMatch(ElementTemplate.class::isInstance);
        int childLevel = level == COMPACT ? COMPACT : level == FLAT || !elementsOnly ? FLAT : level + 1;
        text.append('>');
        for (TemplatePart part : content) {
            switch (part) {
                case Literal literal -> text.append(literal.value().text(), Escaping.XML_TEXT);
                case Slot slot when elementsOnly -> child(slot, childLevel);
                case Slot slot -> program.add(Step.TEXT, slot.index());
                case ElementTemplate element -> element(element, childLevel);
            }
        }
        if (childLevel >= 0) {
            breakLine(level);
        }
        text.append("</").append(name).append('>');
    }

    private void child(Slot slot, int level) {
        String lineBreak = level < 0 ? "" : "\n" + "  ".repeat(level);
        program.add(Step.CHILD, slot.index(), lineBreak, "").level = level;
    }

    private void breakLine(int level) {
        if (level >= 0) {
            text.append('\n').append("  ".repeat(level));
        }
    }
}
