package dev.vigie.formats.archives;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** What can be wrong with an archive or one of its members. */
public enum ArchiveProblem implements ProblemCode {
    /** The archive has no central directory that can be read; its members were found by their own headers. No arguments. */
    NO_DIRECTORY("archive.no-directory", Severity.WARNING),
    /** The archive ends inside a member or inside its directory. No arguments. */
    TRUNCATED("archive.truncated", Severity.DAMAGE),
    /** A member cannot be unpacked to its end; what came before is read. Arguments: bytes unpacked. */
    BAD_DATA("archive.bad-data", Severity.DAMAGE),
    /** A member is not what its checksum says; arguments: stated, computed. */
    BAD_CRC("archive.bad-crc", Severity.DAMAGE),
    /** A tar header that is none, behind which nothing can be found. No arguments. */
    BAD_HEADER("archive.bad-header", Severity.DAMAGE),
    /** A member is encrypted. No arguments. */
    ENCRYPTED("archive.encrypted", Severity.DAMAGE),
    /** A member is packed in a way that is not read here; arguments: the number of the zip method. */
    UNKNOWN_METHOD("archive.unknown-method", Severity.DAMAGE),
    /** A tar member is stored with holes left out, which is not read here. No arguments. */
    SPARSE("archive.sparse", Severity.DAMAGE),
    /** Members share bytes, as in an archive made to swamp its reader. No arguments. */
    OVERLAPPING("archive.overlapping", Severity.DAMAGE),
    /** The archive holds more members than the limit; arguments: the limit. */
    TOO_MANY_MEMBERS("archive.too-many-members", Severity.DAMAGE),
    /** The archive unpacks to more bytes than the limit; arguments: the limit. */
    TOO_LARGE("archive.too-large", Severity.DAMAGE),
    /** A member unpacks to more times its packed size than any log does; arguments: bytes packed, bytes unpacked. */
    SWELLING("archive.swelling", Severity.DAMAGE);

    private final String key;
    private final Severity severity;

    ArchiveProblem(String key, Severity severity) {
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
