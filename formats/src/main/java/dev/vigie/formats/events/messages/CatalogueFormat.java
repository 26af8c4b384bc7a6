package dev.vigie.formats.events.messages;

import java.nio.charset.StandardCharsets;

/** The numbers of the catalogue's format, which docs/formats/messages.md describes. */
final class CatalogueFormat {
    /** What a catalogue starts with. */
    static final byte[] MAGIC = "VIGIEMSG".getBytes(StandardCharsets.US_ASCII);
    /** Changes when older readers cannot read what is written. */
    static final int MAJOR = 1;
    /** Changes when they can. */
    static final int MINOR = 0;
    /** Bytes before the index: magic, versions, checksum of the index, its sections' lengths, length of the blocks. */
    static final int HEADER = 40;
    /** Sections of the index: names, message tables, provider records, block directory. */
    static final int SECTIONS = 4;
    /** An index of all Windows there is stays far below. */
    static final int MAX_INDEX = 1 << 28;

    private CatalogueFormat() {
    }
}
