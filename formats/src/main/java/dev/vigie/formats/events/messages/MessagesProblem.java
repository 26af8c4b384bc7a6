package dev.vigie.formats.events.messages;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** What can be wrong in the files that message texts come from, and in a catalogue made of them. */
public enum MessagesProblem implements ProblemCode {
    /** A program file whose headers or resources cannot be followed; arguments: offset in the file. */
    BAD_IMAGE("messages.image.malformed", Severity.DAMAGE),
    /** A message table that is cut or contradicts itself; what was read until there is kept. Arguments: offset in it. */
    BAD_MESSAGE_TABLE("messages.table.malformed", Severity.DAMAGE),
    /** A compiled manifest that cannot be followed; what was read until there is kept. Arguments: part, offset in it. */
    BAD_MANIFEST("messages.manifest.malformed", Severity.DAMAGE),
    /** The layout of a template that cannot be read: values are taken in order. Arguments: offset in the manifest. */
    BAD_TEMPLATE("messages.manifest.bad-template", Severity.WARNING),
    /** Manifest XML that is not well-formed or names what it does not define; arguments: the reason, line. */
    BAD_MANIFEST_XML("messages.manifest.bad-xml", Severity.DAMAGE),
    /** A line of providers.tsv that is none; arguments: line. */
    BAD_MAP_LINE("messages.map.bad-line", Severity.WARNING),
    /** A file that cannot be read; arguments: the reason of the system. */
    UNREADABLE("messages.file.unreadable", Severity.DAMAGE),
    /** Texts of a file lie in its satellite, which is not among the files; arguments: language, name. */
    MISSING_SATELLITE("messages.file.missing-satellite", Severity.WARNING),
    /** A provider's registered file is not among the files; arguments: provider, file. */
    MISSING_FILE("messages.provider.missing-file", Severity.NOTE),

    /** Not a catalogue; no arguments. */
    NOT_A_CATALOGUE("messages.catalogue.unknown", Severity.DAMAGE),
    /** A catalogue of a newer format; arguments: its version, the version known. */
    NEWER_CATALOGUE("messages.catalogue.newer", Severity.DAMAGE),
    /** A catalogue that is cut or changed; arguments: offset. */
    DAMAGED_CATALOGUE("messages.catalogue.damaged", Severity.DAMAGE);

    private final String key;
    private final Severity severity;

    MessagesProblem(String key, Severity severity) {
        this.key = key;
        this.severity = severity;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
