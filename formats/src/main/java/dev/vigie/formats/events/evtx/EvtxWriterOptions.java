package dev.vigie.formats.events.evtx;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How an event log file is written; immutable, made from {@link #DEFAULT} by the {@code with} methods.
 *
 * @param minorVersion the minor format version: 1 (Windows Vista and later) or 2 (Windows 10 2004 and later)
 * @param templates whether events are stored as template instances with typed values; otherwise as bare elements whose
 *     values are all text, as Windows Event Forwarding stores what it receives
 * @param ansiCharset the charset of ANSI strings, which the file does not state
 * @param firstRecordId the id of the first record, the others following it; when empty every event keeps its own id as
 *     long as ids grow, and otherwise gets the one after its predecessor's
 * @param dirty whether the file claims not to have been closed
 * @param emptyChunks how many all-zero chunks follow the last one, as Windows preallocates them
 * @param overwrite whether an existing file is replaced
 */
public record EvtxWriterOptions(int minorVersion, boolean templates, Charset ansiCharset, OptionalLong firstRecordId,
        boolean dirty, int emptyChunks, boolean overwrite) {
    /** Format 3.1, templates, windows-1252, the events' own record ids, closed cleanly, nothing preallocated, nothing replaced. */
    public static final EvtxWriterOptions DEFAULT = new EvtxWriterOptions(1, true, Charset.forName("windows-1252"),
            OptionalLong.empty(), false, 0, false);

    /** Checks the components. */
    public EvtxWriterOptions {
        Objects.requireNonNull(ansiCharset, "ansiCharset");
        Objects.requireNonNull(firstRecordId, "firstRecordId");
        if (minorVersion != 1 && minorVersion != 2) {
            throw new IllegalArgumentException("format version 3." + minorVersion);
        }
        if (emptyChunks < 0) {
            throw new IllegalArgumentException(emptyChunks + " chunks");
        }
    }

    /** The same with this minor format version. */
    public EvtxWriterOptions withMinorVersion(int version) {
        return new EvtxWriterOptions(version, templates, ansiCharset, firstRecordId, dirty, emptyChunks, overwrite);
    }

    /** The same with templates or without. */
    public EvtxWriterOptions withTemplates(boolean use) {
        return new EvtxWriterOptions(minorVersion, use, ansiCharset, firstRecordId, dirty, emptyChunks, overwrite);
    }

    /** The same with another charset for ANSI strings. */
    public EvtxWriterOptions withAnsiCharset(Charset charset) {
        return new EvtxWriterOptions(minorVersion, templates, charset, firstRecordId, dirty, emptyChunks, overwrite);
    }

    /** The same with records numbered from this id. */
    public EvtxWriterOptions withFirstRecordId(long id) {
        return new EvtxWriterOptions(minorVersion, templates, ansiCharset, OptionalLong.of(id), dirty, emptyChunks,
                overwrite);
    }

    /** The same with the dirty flag set or not. */
    public EvtxWriterOptions withDirty(boolean set) {
        return new EvtxWriterOptions(minorVersion, templates, ansiCharset, firstRecordId, set, emptyChunks, overwrite);
    }

    /** The same with this number of preallocated chunks. */
    public EvtxWriterOptions withEmptyChunks(int count) {
        return new EvtxWriterOptions(minorVersion, templates, ansiCharset, firstRecordId, dirty, count, overwrite);
    }

    /** The same, replacing an existing file or not. */
    public EvtxWriterOptions withOverwrite(boolean replace) {
        return new EvtxWriterOptions(minorVersion, templates, ansiCharset, firstRecordId, dirty, emptyChunks, replace);
    }
}
