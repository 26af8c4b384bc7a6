package dev.vigie.formats.events.evtx;

/**
 * How much a record may ask for. Real records stay far below; without these a chunk of 64 KiB could describe a tree
 * of millions of nodes, because templates and names are shared by reference.
 */
final class Limits {
    /** Elements inside each other, binary XML in binary XML included. */
    static final int DEPTH = 256;
    /** Binary XML values inside each other; real logs have one. */
    static final int NESTING = 16;
    /** Elements, attributes and values of one event. */
    static final int NODES = 1 << 16;
    /** Bytes of values and literal text of one event; a record brings at most 64 KiB. */
    static final int CHARACTERS = 1 << 20;
    /** Bytes of one template with its names written out. */
    static final int TEMPLATE = 1 << 20;
    /** Bytes read and written while the templates and untemplated records of one chunk are parsed. */
    static final int CHUNK_WORK = 1 << 22;

    private Limits() {
    }
}
