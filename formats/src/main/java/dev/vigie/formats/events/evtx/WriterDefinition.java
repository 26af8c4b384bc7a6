package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.evtx.WriterNode.Tag;
import dev.vigie.formats.windows.Guid;

/** A template definition to be written into each chunk that needs it; the same object for the same definition. */
final class WriterDefinition {
    private final Tag root;
    private final Guid guid;

    WriterDefinition(Tag root, Guid guid) {
        this.root = root;
        this.guid = guid;
    }

    Tag root() {
        return root;
    }

    /** What readers know it by. */
    Guid guid() {
        return guid;
    }
}
