package dev.vigie.formats.windows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * A point in time as Windows counts it (MS-DTYP 2.3.3 FILETIME).
 *
 * <p>Times before 1601 do not exist; times with the highest bit set (after the year 30828) are kept as they are and
 * compared unsigned, but have no calendar date.
 *
 * @param ticks units of 100 ns since 1601-01-01T00:00:00Z, unsigned
 */
public record FileTime(long ticks) implements Comparable<FileTime> {
    /** Ticks in one second. */
    public static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long UNIX_EPOCH_SECONDS = 11_644_473_600L;

    /** The time of an instant, cut to 100 ns. Fails for instants before 1601. */
    public static FileTime of(Instant instant) {
        long seconds = Math.addExact(instant.getEpochSecond(), UNIX_EPOCH_SECONDS);
        if (seconds < 0) {
            throw new DateTimeException("before 1601: " + instant);
        }
        return new FileTime(Math.addExact(Math.multiplyExact(seconds, TICKS_PER_SECOND), instant.getNano() / 100));
    }

    /**
     * Reads an ISO 8601 date and time with offset, such as {@code 2026-03-18T08:14:03.1234567Z}; more than seven
     * fraction digits are cut.
     *
     * @throws DateTimeParseException when the text is no such time
     */
    public static FileTime parse(CharSequence text) {
        return of(OffsetDateTime.parse(text).toInstant());
    }

    /** The same time as an instant. */
    public Instant toInstant() {
        long seconds = Long.divideUnsigned(ticks, TICKS_PER_SECOND);
        long rest = Long.remainderUnsigned(ticks, TICKS_PER_SECOND);
        return Instant.ofEpochSecond(seconds - UNIX_EPOCH_SECONDS, rest * 100);
    }

    @Override
    public int compareTo(FileTime other) {
        return Long.compareUnsigned(ticks, other.ticks);
    }

    /** As Windows prints it in event XML: UTC with all seven fraction digits, {@code 2026-03-18T08:14:03.1200000Z}. */
    @Override
    public String toString() {
        OffsetDateTime time = toInstant().atOffset(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(28);
        pad(text, time.getYear(), 4).append('-');
        pad(text, time.getMonthValue(), 2).append('-');
        pad(text, time.getDayOfMonth(), 2).append('T');
        pad(text, time.getHour(), 2).append(':');
        pad(text, time.getMinute(), 2).append(':');
        pad(text, time.getSecond(), 2).append('.');
        return pad(text, time.getNano() / 100, 7).append('Z').toString();
    }

    private static StringBuilder pad(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }
}
