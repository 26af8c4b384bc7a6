package dev.vigie.formats.events.text;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.time.DateTimeException;
import java.util.regex.Pattern;

/** The types of System fields (the event schema's SystemPropertiesType), and how their text is read. */
final class SystemSchema {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,19}");

    private SystemSchema() {
    }

    /** The type Windows writes a field with. */
    static ValueType type(SystemField field) {
        return switch (field) {
            case PROVIDER_NAME, EVENT_SOURCE_NAME, CHANNEL, COMPUTER -> ValueType.STRING;
            case PROVIDER_GUID, ACTIVITY_ID, RELATED_ACTIVITY_ID -> ValueType.GUID;
            case EVENT_ID, QUALIFIERS, TASK -> ValueType.UINT16;
            case VERSION, LEVEL, OPCODE -> ValueType.UINT8;
            case KEYWORDS -> ValueType.HEX_INT64;
            case TIME_CREATED -> ValueType.FILETIME;
            case EVENT_RECORD_ID -> ValueType.UINT64;
            case PROCESS_ID, THREAD_ID, PROCESSOR_ID, SESSION_ID, KERNEL_TIME, USER_TIME, PROCESSOR_TIME ->
                ValueType.UINT32;
            case USER_ID -> ValueType.SID;
        };
    }

    /** The typed value of a field's text; the text itself when it has not the field's form. */
    static Value read(SystemField field, String written) {
        ValueType type = type(field);
        Value text = new Value.Text(written);
        if (type == ValueType.STRING) {
            return text;
        }
        try {
            String stripped = written.strip();
            return switch (type) {
                case GUID -> new Value.GuidValue(Guid.parse(stripped));
                case SID -> new Value.SidValue(Sid.parse(stripped));
                case FILETIME -> new Value.Time(FileTime.parse(stripped));
                default -> number(type, stripped);
            };
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
            return text;
        }
    }

    /** Only what is printed the same way again: decimal without leading zeros, or hexadecimal for keywords. */
    private static Value number(ValueType type, String text) {
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        if (hexadecimal != (type == ValueType.HEX_INT64) || !hexadecimal && !DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("not as " + type + " is written");
        }
        long bits = hexadecimal
                ? Long.parseUnsignedLong(text, 2, text.length(), 16)
                : Long.parseUnsignedLong(text);
        int width = 8 * type.size();
        if (width < Long.SIZE && bits >>> width != 0) {
            throw new NumberFormatException("beyond the range of " + type);
        }
        return new Value.Int(type, bits);
    }
}
