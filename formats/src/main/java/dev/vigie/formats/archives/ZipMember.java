package dev.vigie.formats.archives;

/**
 * A file in a zip archive.
 *
 * @param name as the archive has it: only a name, whatever it looks like
 * @param headerOffset where its local header starts in the archive
 * @param packedSize how many bytes of the archive it takes at most
 * @param crc the checksum that is stated, or {@link #NO_CRC}
 * @param method how it is packed: 0 stored, 8 deflated, or one that is not read
 * @param isEncrypted whether it is
 */
public record ZipMember(String name, long headerOffset, long packedSize, long crc, int method, boolean isEncrypted) {
    /** The checksum of a member whose header was written before its bytes. */
    static final long NO_CRC = UnpackedStream.NO_CRC;
    static final int STORED = 0;
    static final int DEFLATED = 8;
}
