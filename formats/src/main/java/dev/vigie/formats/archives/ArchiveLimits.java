package dev.vigie.formats.archives;

/**
 * How much an archive may cost its reader.
 *
 * @param unpackedBytes how many bytes may come out of an archive and all archives in it
 * @param members how many members they may have, whether read or not
 * @param ratio how many times its packed size a member may unpack to, once it has reached {@link #FREE_BYTES}; logs that
 *        were hardly written to are mostly zeros, so that small members say nothing
 */
public record ArchiveLimits(long unpackedBytes, long members, long ratio) {
    /** How much a member may unpack to whatever its packed size. */
    public static final long FREE_BYTES = 256L << 20;
    private static final long DEFAULT_BYTES = 16L << 30;
    private static final long DEFAULT_MEMBERS = 1_000_000;
    private static final long DEFAULT_RATIO = 250;

    /** Checks the components. */
    public ArchiveLimits {
        if (unpackedBytes < 0 || members < 0 || ratio < 1) {
            throw new IllegalArgumentException(unpackedBytes + " bytes, " + members + " members, ratio " + ratio);
        }
    }

    /** 16 GiB, a million members, 250 times. */
    public static ArchiveLimits defaults() {
        return new ArchiveLimits(DEFAULT_BYTES, DEFAULT_MEMBERS, DEFAULT_RATIO);
    }

    /** The number of bytes alone limits: for archives whose origin is known. */
    public static ArchiveLimits ofBytes(long unpackedBytes) {
        return new ArchiveLimits(unpackedBytes, Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
