package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.text.Utf8Buffer;
import dev.vigie.formats.windows.FileTime;

/** Prints times, and remembers the last day, since the events of a log follow each other. One thread at a time. */
final class FileTimePrinter {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long TICKS_PER_DAY = SECONDS_PER_DAY * FileTime.TICKS_PER_SECOND;

    private final Utf8Buffer date = new Utf8Buffer(32);
    private byte[] dateBytes = new byte[0];
    private long day = -1;

    /** Appends a time as {@link FileTime#toString()}. */
    void append(long ticks, Utf8Buffer out) {
        long newDay = Long.divideUnsigned(ticks, TICKS_PER_DAY);
        if (newDay != day) {
            moveTo(newDay);
        }
        long ofDay = ticks - newDay * TICKS_PER_DAY;
        int seconds = (int) (ofDay / FileTime.TICKS_PER_SECOND);
        out.append(dateBytes).appendTimeOfDay(seconds, (int) (ofDay - seconds * FileTime.TICKS_PER_SECOND)).append('Z');
    }

    private void moveTo(long newDay) {
        date.clear();
        date.append(new FileTime(newDay * TICKS_PER_DAY));
        date.truncate(date.size() - "00:00:00.0000000Z".length());
        dateBytes = date.toByteArray();
        day = newDay;
    }
}
