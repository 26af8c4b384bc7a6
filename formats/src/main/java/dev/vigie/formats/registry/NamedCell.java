package dev.vigie.formats.registry;

/** The kinds of cells that have a name, and where in them it is (Key node, Key value). */
enum NamedCell {
    /** A key. */
    KEY("nk", 2, 0x20, 72, 76),
    /** A value. */
    VALUE("vk", 16, 0x01, 2, 20);

    private final String signature;
    private final int flags;
    private final int compressed;
    private final int nameSize;
    private final int nameStart;

    NamedCell(String signature, int flags, int compressed, int nameSize, int nameStart) {
        this.signature = signature;
        this.flags = flags;
        this.compressed = compressed;
        this.nameSize = nameSize;
        this.nameStart = nameStart;
    }

    String signature() {
        return signature;
    }

    /** Where the flags are. */
    int flags() {
        return flags;
    }

    /** The flag that says that the name is Latin-1; else it is UTF-16LE. */
    int compressed() {
        return compressed;
    }

    /** Where the size of the name is, in bytes. */
    int nameSize() {
        return nameSize;
    }

    /** Where the name is: also the smallest size of such a cell. */
    int nameStart() {
        return nameStart;
    }
}
