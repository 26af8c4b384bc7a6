package dev.vigie.formats.events.evtx;

/** What was found at the place of a chunk. */
enum ChunkState {
    /** A chunk whose header and checksums are right. */
    GOOD,
    /** A chunk with a damaged header or checksum, or cut short; its records were read as far as they could. */
    DAMAGED,
    /** Reserved space that was never written. */
    BLANK
}
