package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.Recovery.TemplateSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the templates of recovered records. What a record refers to may be overwritten, so a definition counts only
 * when its GUID starts with the id the record states and all its names have the right hash; otherwise the template of
 * that id is taken from elsewhere in the file, or one is made that shows the values without names.
 */
final class RecoveryTemplates extends ChunkTemplates {
    private static final int ID = 2;
    private static final int INSTANCE_HEADER_SIZE = 10;
    private static final int GUID = 4;
    private static final int BODY_SIZE = 20;
    private static final int TABLE = 384;
    private static final int TABLE_SIZE = 32;

    private final Chunk chunk;
    private final TemplateDictionary dictionary;
    private boolean basedOnChunk;
    private boolean outermost;
    private long recordId;
    private long recordTime;
    private TemplateSource source = TemplateSource.OWN;

    RecoveryTemplates(Chunk chunk, TemplateCache cache, TemplateDictionary dictionary) {
        super(chunk, cache, true);
        this.chunk = chunk;
        this.dictionary = dictionary;
    }

    /**
     * Starts with another chunk.
     *
     * @param knownBase whether offsets of its records count from its start
     */
    void beginChunk(boolean knownBase) {
        reset();
        basedOnChunk = knownBase;
    }

    /** Starts with a record. */
    void beginRecord(long id, long time) {
        outermost = true;
        recordId = id;
        recordTime = time;
        source = TemplateSource.OWN;
    }

    /** Where the templates of the record came from; the least trustworthy of them. */
    TemplateSource source() {
        return source;
    }

    /** Adds the definitions of the chunk's table to the dictionary. */
    void collect() {
        for (int bucket = 0; bucket < TABLE_SIZE; bucket++) {
            int offset = LittleEndian.i32(chunk.bytes, TABLE + Integer.BYTES * bucket);
            // Each bucket is a chain, which damage could make endless.
            for (int length = 0; length < Chunk.SIZE / DEFINITION_HEADER_SIZE && isInside(offset); length++) {
                try {
                    dictionary.add(super.at(offset, offset));
                } catch (MalformedBinXml _) {
                    // The chain goes on behind a definition that is damaged.
                }
                offset = LittleEndian.i32(chunk.bytes, offset);
            }
        }
    }

    @Override
    Template at(int definition, int reference) throws MalformedBinXml {
        boolean first = outermost;
        outermost = false;
        int id = LittleEndian.i32(chunk.bytes, reference + ID);
        Template own = own(definition, reference, id);
        if (own != null) {
            return own;
        }
        int[] types = types(definition, reference);
        Template other = dictionary.find(id, types);
        worsen(other == null ? TemplateSource.NONE : TemplateSource.ELSEWHERE);
        if (other != null) {
            return other;
        }
        NamelessTemplates nameless = new NamelessTemplates(types);
        return first ? nameless.event(recordId, recordTime) : nameless.payload();
    }

    private @Nullable Template own(int definition, int reference, int id) {
        if (!basedOnChunk || !isInside(definition) || LittleEndian.i32(chunk.bytes, definition + GUID) != id) {
            return null;
        }
        try {
            Template template = super.at(definition, reference);
            dictionary.add(template);
            return template;
        } catch (MalformedBinXml _) {
            return null;
        }
    }

    /** The types of the values behind a reference; the definition may stand between. */
    private int[] types(int definition, int reference) throws MalformedBinXml {
        int values = reference + INSTANCE_HEADER_SIZE;
        if (definition == values) {
            if (!isInside(definition) || LittleEndian.i32(chunk.bytes, definition + BODY_SIZE) < 0) {
                throw new MalformedBinXml(EvtxProblem.BAD_TEMPLATE, reference, definition);
            }
            values += definitionSize(definition);
        }
        if (values < 0 || values > chunk.length() - Integer.BYTES) {
            throw new MalformedBinXml(EvtxProblem.UNEXPECTED_END, reference);
        }
        int count = LittleEndian.i32(chunk.bytes, values);
        int descriptors = values + Integer.BYTES;
        if (count < 0 || count > (chunk.length() - descriptors) / Integer.BYTES) {
            throw new MalformedBinXml(EvtxProblem.BAD_VALUES, reference, Integer.toUnsignedLong(count));
        }
        int[] types = new int[count];
        for (int i = 0; i < count; i++) {
            types[i] = LittleEndian.u8(chunk.bytes, descriptors + Integer.BYTES * i + Short.BYTES);
        }
        return types;
    }

    private boolean isInside(int definition) {
        return definition >= Chunk.HEADER_SIZE && definition <= chunk.length() - DEFINITION_HEADER_SIZE;
    }

    private void worsen(TemplateSource other) {
        if (other.compareTo(source) > 0) {
            source = other;
        }
    }
}
