package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Value;
import java.util.List;

/** Writes the text form of a value; the same text as {@link Value#text()} without making a string of it. */
final class ValueText {
    private ValueText() {
    }

    static void append(Value value, Escaping escaping, Utf8Buffer out) {
        switch (value) {
            case Value.Null _ -> {
            }
            case Value.Text text -> out.append(text.text(), escaping);
            case Value.Int number -> appendNumber(number, out);
            case Value.GuidValue guid -> out.append(guid.guid());
            case Value.Time time -> out.append(time.time());
            case Value.Binary binary -> out.appendHex(binary.bytes(), 0, binary.length());
            case Value.Array array -> appendJoined(array.items(), escaping, out);
            case Value.Real _,Value.Bool _,Value.SystemTime _,Value.SidValue _ -> out.append(value.text());
        }
    }

    private static void appendNumber(Value.Int number, Utf8Buffer out) {
        switch (number.type()) {
            case HEX_INT32, HEX_INT64, SIZE_T -> out.appendHex(number.bits());
            case UINT64 -> out.appendUnsigned(number.bits());
            default -> out.append(number.bits());
        }
    }

    private static void appendJoined(List<Value> items, Escaping escaping, Utf8Buffer out) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            append(items.get(i), escaping, out);
        }
    }
}
