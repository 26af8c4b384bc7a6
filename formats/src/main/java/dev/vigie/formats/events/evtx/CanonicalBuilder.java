package dev.vigie.formats.events.evtx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the form of {@link CanonicalBinXml} for a template that stands in no file. */
final class CanonicalBuilder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A part of a template. */
    interface Part {
        void write(CanonicalBuilder builder);
    }

    /** An element that always exists. */
    CanonicalBuilder element(String name, Part attributes, Part content) {
        return element(name, CanonicalBinXml.NO_DEPENDENCY, attributes, content);
    }

    /** An element that exists when a value does. */
    CanonicalBuilder element(String name, int dependency, Part attributes, Part content) {
        out.write(CanonicalBinXml.ELEMENT);
        u16(dependency);
        name(name);
        attributes.write(this);
        out.write(CanonicalBinXml.CONTENT);
        content.write(this);
        out.write(CanonicalBinXml.END);
        return this;
    }

    /** An element without attributes around a value; without the value it does not exist. */
    CanonicalBuilder valueElement(String name, int slot, int type) {
        return element(name, slot, nothing(), part -> part.slot(slot, type));
    }

    CanonicalBuilder attribute(String name, Part value) {
        out.write(CanonicalBinXml.ATTRIBUTE);
        name(name);
        value.write(this);
        return this;
    }

    /** An attribute that a value is; without the value it does not exist. */
    CanonicalBuilder attribute(String name, int slot, int type) {
        return attribute(name, part -> part.slot(slot, type));
    }

    CanonicalBuilder text(String text) {
        out.write(CanonicalBinXml.TEXT);
        byte[] units = text.getBytes(StandardCharsets.UTF_16LE);
        u16(units.length);
        u16(units.length >>> 16);
        out.writeBytes(units);
        return this;
    }

    CanonicalBuilder slot(int index, int type) {
        out.write(CanonicalBinXml.SUBSTITUTION);
        u16(index);
        out.write(type);
        return this;
    }

    static Part nothing() {
        return builder -> {
            // No attributes, or no content.
        };
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void name(String name) {
        u16(name.length());
        out.writeBytes(name.getBytes(StandardCharsets.UTF_16LE));
    }

    private void u16(int value) {
        out.write(value);
        out.write(value >>> 8);
    }
}
