package dev.vigie.formats.events.text;

import dev.vigie.formats.windows.FileTime;

/** The digits of a FILETIME's calendar date, written without intermediate objects. */
final class CalendarDigits {
    private static final long SECONDS_PER_DAY = 86_400;
    /** Days from 0000-03-01, the start of the shifted calendar whose years end with February, to 1601-01-01. */
    private static final long DAYS_BEFORE_1601 = 584_694;
    private static final long DAYS_PER_ERA = 146_097;

    private CalendarDigits() {
    }

    static void append(long ticks, Utf8Buffer out) {
        long seconds = Long.divideUnsigned(ticks, FileTime.TICKS_PER_SECOND);
        appendDate(seconds / SECONDS_PER_DAY, out);
        long ofDay = seconds % SECONDS_PER_DAY;
        out.append('T').appendPadded(ofDay / 3600, 2);
        out.append(':').appendPadded(ofDay / 60 % 60, 2);
        out.append(':').appendPadded(ofDay % 60, 2);
        out.append('.').appendPadded(Long.remainderUnsigned(ticks, FileTime.TICKS_PER_SECOND), 7);
        out.append('Z');
    }

    /** The proleptic Gregorian date: an era is 400 years; March comes first, so that leap days end the year. */
    private static void appendDate(long daysSince1601, Utf8Buffer out) {
        long days = daysSince1601 + DAYS_BEFORE_1601;
        long era = days / DAYS_PER_ERA;
        long ofEra = days % DAYS_PER_ERA;
        long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * ofYear + 2) / 153;
        long day = ofYear - (153 * monthFromMarch + 2) / 5 + 1;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = 400 * era + yearOfEra + (month <= 2 ? 1 : 0);
        out.appendPadded(year, year < 10_000 ? 4 : 5);
        out.append('-').appendPadded(month, 2);
        out.append('-').appendPadded(day, 2);
    }
}
