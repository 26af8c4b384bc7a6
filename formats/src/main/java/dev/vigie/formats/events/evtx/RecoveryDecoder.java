package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.Recovery.Origin;
import dev.vigie.formats.events.Recovery.TemplateSource;
import dev.vigie.formats.events.ValueType;
import java.io.IOException;

/** Decodes recovered records as parts of a chunk that starts anywhere in a file. */
final class RecoveryDecoder {
    private static final long NOWHERE = -1;
    private final PositionalInput input;
    private final String source;
    private final Chunk chunk = new Chunk();
    private final RecoveryTemplates templates;
    private final RecordDecoder decoder;
    private final TreeBuilder trees;
    private long start = NOWHERE;
    private boolean knownStart;

    RecoveryDecoder(PositionalInput input, String source, EvtxReadOptions options) {
        this.input = input;
        this.source = source;
        templates = new RecoveryTemplates(chunk, options.templates(), new TemplateDictionary());
        decoder = new RecordDecoder(chunk, templates);
        trees = new TreeBuilder(chunk, new ValueDecoder(options.ansiCharset()));
    }

    /** Remembers the templates of a chunk for records that lost theirs. */
    void learn(long chunkStart) throws IOException {
        load(chunkStart, true);
        if (chunk.hasMagic()) {
            templates.collect();
        }
    }

    /** The record as part of the chunk that starts at an offset and holds all of it. */
    Event decode(RecordCandidate record, long chunkStart, boolean onGrid) throws IOException {
        load(chunkStart, true);
        return decode(record, origin((int) (record.offset() - start), onGrid));
    }

    /** The record as part of no chunk. */
    Event decodeAlone(RecordCandidate record) throws IOException {
        load(Math.max(0, record.offset() - Chunk.HEADER_SIZE), false);
        return decode(record, Origin.LOOSE);
    }

    private void load(long chunkStart, boolean known) throws IOException {
        if (start == chunkStart && knownStart == known) {
            return;
        }
        chunk.load(input, 0, chunkStart);
        templates.beginChunk(known);
        start = chunkStart;
        knownStart = known;
    }

    private Origin origin(int offset, boolean onGrid) {
        if (!chunk.hasMagic()) {
            return Origin.LOOSE;
        }
        if (chunk.hasPlausibleFreeSpace() && offset >= chunk.freeSpaceOffset()) {
            return Origin.SLACK;
        }
        return onGrid ? Origin.DAMAGED : Origin.CHUNK;
    }

    private Event decode(RecordCandidate record, Origin origin) {
        int at = (int) (record.offset() - start);
        int from = at + RecordScanner.HEADER_SIZE;
        int to = at + record.size() - Integer.BYTES;
        templates.beginRecord(record.id(), record.time());
        Place place = new Place(source, record.offset(), record.id());
        try {
            TemplateInstance instance = decoder.decode(from, to);
            return new Event(trees.tree(instance), place, new Recovery(origin, templates.source()));
        } catch (MalformedBinXml _) {
            TemplateInstance instance = new TemplateInstance();
            int[] types = {ValueType.BINARY.code()};
            instance.begin(new NamelessTemplates(types).event(record.id(), record.time()), types.length);
            instance.set(0, types[0], from, to - from);
            return new Event(trees.tree(instance), place, new Recovery(origin, TemplateSource.NONE));
        }
    }
}
