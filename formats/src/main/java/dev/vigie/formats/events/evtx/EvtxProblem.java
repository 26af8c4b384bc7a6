package dev.vigie.formats.events.evtx;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/**
 * What can be wrong in an event log file.
 *
 * <p>Offsets among the arguments are counted from the start of the chunk, as everything inside a chunk is; the offset
 * of the problem's place is counted from the start of the file.
 */
public enum EvtxProblem implements ProblemCode {
    /** Neither the file's magic nor a chunk is there; arguments: the first bytes in hexadecimal, the file's size. */
    NOT_AN_EVENT_LOG("evtx.file.not-an-event-log", Severity.DAMAGE),
    /** The file header's magic is damaged but chunks follow; arguments: offset of the first chunk in the file. */
    BAD_FILE_MAGIC("evtx.file.bad-magic", Severity.WARNING),
    /** The file header's checksum does not match; arguments: stated, computed. */
    BAD_FILE_CRC("evtx.file.bad-header-crc", Severity.WARNING),
    /** The format version is neither 3.1 nor 3.2; arguments: major, minor. */
    UNKNOWN_VERSION("evtx.file.unknown-version", Severity.WARNING),
    /** The log was not closed: the counts in its header may be old. No arguments. */
    DIRTY("evtx.file.dirty", Severity.NOTE),
    /** The header states another number of chunks than the file has room for; arguments: stated, by size. */
    CHUNK_COUNT("evtx.file.chunk-count", Severity.NOTE),

    /** A chunk does not start with its magic; its records are searched all the same. Arguments: chunk number. */
    BAD_CHUNK_MAGIC("evtx.chunk.bad-magic", Severity.WARNING),
    /** The checksum of a chunk's header does not match; arguments: chunk number, stated, computed. */
    BAD_CHUNK_HEADER_CRC("evtx.chunk.bad-header-crc", Severity.WARNING),
    /** The checksum of a chunk's records does not match; arguments: chunk number, stated, computed. */
    BAD_CHUNK_DATA_CRC("evtx.chunk.bad-data-crc", Severity.WARNING),
    /** The end of a chunk's records lies outside the chunk; arguments: chunk number, stated offset. */
    BAD_FREE_SPACE("evtx.chunk.bad-free-space", Severity.WARNING),
    /** The file ends inside a chunk that has records behind the cut; arguments: chunk number, bytes present. */
    TRUNCATED_CHUNK("evtx.chunk.truncated", Severity.DAMAGE),
    /** A chunk without magic in which no record was found; arguments: chunk number. */
    UNREADABLE_CHUNK("evtx.chunk.unreadable", Severity.DAMAGE),

    /** A record's magic is damaged; the record was read by its sizes. No arguments. */
    BAD_RECORD_MAGIC("evtx.record.bad-magic", Severity.WARNING),
    /** A record's size is wrong; the record was read by its second size. Arguments: stated, used. */
    BAD_RECORD_SIZE("evtx.record.bad-size", Severity.WARNING),
    /** A record's second size is wrong; the record was read by its first. Arguments: stated, used. */
    BAD_RECORD_SIZE_COPY("evtx.record.bad-size-copy", Severity.WARNING),
    /** A record's end is not its own, so that its last values may be wrong; arguments: size stated, size used. */
    TORN_RECORD("evtx.record.torn", Severity.DAMAGE),
    /** Bytes that should be records, and are none that can be read; arguments: how many bytes. */
    LOST_RECORD("evtx.record.lost", Severity.DAMAGE),
    /** The file ends inside a record; arguments: the record's size, bytes present. */
    TRUNCATED_RECORD("evtx.record.truncated", Severity.DAMAGE),
    /** Binary XML has a token where it cannot be; arguments: offset, the token in hexadecimal. */
    BAD_TOKEN("evtx.record.bad-token", Severity.DAMAGE),
    /** Binary XML ends too early; arguments: offset. */
    UNEXPECTED_END("evtx.record.unexpected-end", Severity.DAMAGE),
    /** The name of an element or attribute lies outside the chunk or is empty; arguments: offset, offset of the name. */
    BAD_NAME("evtx.record.bad-name", Severity.DAMAGE),
    /** A template definition lies outside the chunk; arguments: offset, offset of the definition. */
    BAD_TEMPLATE("evtx.record.bad-template", Severity.DAMAGE),
    /** The values of a template do not fit into their record; arguments: offset, number of values. */
    BAD_VALUES("evtx.record.bad-values", Severity.DAMAGE),
    /** A record is nested or repeats itself beyond any real one; arguments: offset. */
    TOO_COMPLEX("evtx.record.too-complex", Severity.DAMAGE),

    /** A value of no known type, kept as bytes; arguments: offset, number of the value, type in hexadecimal, size. */
    UNKNOWN_TYPE("evtx.value.unknown-type", Severity.WARNING),
    /** A value that its type cannot have, kept as bytes; arguments: as for {@link #UNKNOWN_TYPE}. */
    BAD_VALUE("evtx.value.malformed", Severity.WARNING),
    /** Nested binary XML that cannot be read, kept as bytes; arguments: offset, number of the value, key of the reason. */
    BAD_NESTED("evtx.value.bad-binary-xml", Severity.DAMAGE),
    /** A template has places for more values than the record brings; arguments: offset, values needed, present. */
    MISSING_VALUES("evtx.value.missing", Severity.WARNING);

    private final String key;
    private final Severity severity;

    EvtxProblem(String key, Severity severity) {
        this.key = key;
        this.severity = severity;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
