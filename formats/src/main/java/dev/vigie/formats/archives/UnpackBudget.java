package dev.vigie.formats.archives;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;

/**
 * What is left of the limits of one archive, shared by all archives nested in it, so that nesting gains nothing. For one
 * thread at a time.
 */
public final class UnpackBudget {
    private final ArchiveLimits limits;
    private long bytes;
    private long members;

    /** A whole budget. */
    public UnpackBudget(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** One member more was seen. */
    void member(String archive) throws ArchiveException {
        if (++members > limits.members()) {
            throw exceeded(ArchiveProblem.TOO_MANY_MEMBERS, archive, limits.members());
        }
    }

    /**
     * More of a member was unpacked.
     *
     * @param more bytes just unpacked
     * @param unpacked bytes of the member unpacked so far, with these
     * @param packed bytes they were packed into
     */
    void unpacked(String name, long more, long unpacked, long packed) throws ArchiveException {
        bytes += more;
        if (bytes > limits.unpackedBytes()) {
            throw exceeded(ArchiveProblem.TOO_LARGE, name, limits.unpackedBytes());
        }
        if (unpacked > ArchiveLimits.FREE_BYTES && unpacked / limits.ratio() > packed) {
            throw exceeded(ArchiveProblem.SWELLING, name, packed, unpacked);
        }
    }

    private static ArchiveException exceeded(ArchiveProblem code, String name, Object... arguments) {
        return new ArchiveException(Problem.of(code, Place.of(name), arguments));
    }
}
