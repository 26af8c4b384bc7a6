package dev.vigie.formats.events.evtx;

import dev.vigie.formats.windows.Guid;
import java.util.Arrays;

/**
 * The templates of the chunk being read, by the offset of their definition; each is looked at once. Also parses the
 * elements of untemplated records, which are templates without slots.
 */
class ChunkTemplates {
    private static final int GUID = 4;
    private static final int BODY_SIZE = 20;
    static final int DEFINITION_HEADER_SIZE = 24;

    private final Chunk chunk;
    private final TemplateCache cache;
    private final CanonicalBinXml canonical;
    private final OffsetMap<Template> known = new OffsetMap<>();
    private final OffsetMap<MalformedBinXml> malformed = new OffsetMap<>();
    private int work;

    ChunkTemplates(Chunk chunk, TemplateCache cache) {
        this(chunk, cache, false);
    }

    /**
     * The templates of a chunk.
     *
     * @param checkNames whether only names with a right hash are taken: where names may have been overwritten
     */
    ChunkTemplates(Chunk chunk, TemplateCache cache, boolean checkNames) {
        this.chunk = chunk;
        this.cache = cache;
        canonical = new CanonicalBinXml(checkNames);
    }

    /** Forgets the previous chunk. */
    void reset() {
        known.clear();
        malformed.clear();
        work = 0;
    }

    /** Where the first element or template instance of a fragment starts. */
    int skipProlog(int from, int to) throws MalformedBinXml {
        return canonical.skipProlog(chunk, from, to);
    }

    /** The bytes of a definition, its header included; call only after {@link #at} found it right. */
    int definitionSize(int offset) {
        return DEFINITION_HEADER_SIZE + LittleEndian.i32(chunk.bytes, offset + BODY_SIZE);
    }

    /**
     * The template defined at an offset.
     *
     * @param reference where it is referred to, for problems
     */
    Template at(int offset, int reference) throws MalformedBinXml {
        if (offset < Chunk.HEADER_SIZE || offset > chunk.length() - DEFINITION_HEADER_SIZE) {
            throw new MalformedBinXml(EvtxProblem.BAD_TEMPLATE, reference, offset);
        }
        Template template = known.get(offset);
        if (template == null) {
            template = defineOnce(offset, reference);
            known.put(offset, template);
        }
        return template;
    }

    private Template defineOnce(int offset, int reference) throws MalformedBinXml {
        MalformedBinXml failure = malformed.get(offset);
        if (failure != null) {
            throw failure;
        }
        try {
            return define(offset, reference);
        } catch (MalformedBinXml newFailure) {
            malformed.put(offset, newFailure);
            throw newFailure;
        }
    }

    /** The element of an untemplated fragment; not cached, for it is different every time. */
    Template untemplated(int from, int to) throws MalformedBinXml {
        rewrite(from, to, false);
        return new Template(Template.NO_GUID, Arrays.copyOf(canonical.bytes(), canonical.size()));
    }

    private Template define(int offset, int reference) throws MalformedBinXml {
        int bodySize = LittleEndian.i32(chunk.bytes, offset + BODY_SIZE);
        int body = offset + DEFINITION_HEADER_SIZE;
        if (bodySize < 0 || bodySize > chunk.length() - body) {
            throw new MalformedBinXml(EvtxProblem.BAD_TEMPLATE, reference, offset);
        }
        rewrite(body, body + bodySize, true);
        return cache.template(Guid.read(chunk.bytes, offset + GUID), canonical.bytes(), canonical.size());
    }

    private void rewrite(int from, int to, boolean definition) throws MalformedBinXml {
        if (work > Limits.CHUNK_WORK) {
            throw new MalformedBinXml(EvtxProblem.TOO_COMPLEX, from);
        }
        try {
            canonical.rewrite(chunk, from, to, definition);
        } finally {
            work += canonical.work(from);
        }
    }
}
