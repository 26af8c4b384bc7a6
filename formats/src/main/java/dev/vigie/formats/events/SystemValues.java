package dev.vigie.formats.events;

import dev.vigie.formats.windows.FileTime;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** How values of System fields are read when they were written as text. */
final class SystemValues {
    private SystemValues() {
    }

    static long number(@Nullable Value value, long ifAbsent) {
        return switch (value) {
            case Value.Int number -> number.bits();
            case Value.Text text -> parse(text.text().strip(), ifAbsent);
            case null, default -> ifAbsent;
        };
    }

    private static long parse(String text, long ifAbsent) {
        try {
            if (text.startsWith("0x") || text.startsWith("0X")) {
                return Long.parseUnsignedLong(text, 2, text.length(), 16);
            }
            return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            return ifAbsent;
        }
    }

    static @Nullable FileTime time(@Nullable Value value) {
        return switch (value) {
            case Value.Time time -> time.time();
            case Value.Text text -> parseTime(text.text().strip());
            case null, default -> null;
        };
    }

    private static @Nullable FileTime parseTime(String text) {
        try {
            return FileTime.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
