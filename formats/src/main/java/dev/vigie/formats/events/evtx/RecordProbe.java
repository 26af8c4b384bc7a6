package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Value;

/**
 * A record that was not decoded: answers from its descriptors, and {@linkplain Undecided refuses} what these do not
 * tell. What it says of a sound record is what {@link RecordCursor} says; of a damaged one it may not see the damage.
 */
final class RecordProbe extends SlotCursor {
    private final DescriptorTable values;

    RecordProbe(Chunk chunk, ChunkTemplates templates, ValueDecoder decoder) {
        super(chunk, decoder);
        values = new DescriptorTable(chunk, templates);
    }

    /** Stands on the record whose binary XML lies between two offsets of the chunk. */
    void moveTo(int from, int to) {
        values.moveTo(from, to);
    }

    @Override
    DescriptorTable values() {
        return values;
    }

    @Override
    Value nestedText(int slot) {
        throw new Undecided();
    }

    @Override
    public Place place() {
        throw new Undecided();
    }

    @Override
    public Event toEvent() {
        throw new Undecided();
    }
}
