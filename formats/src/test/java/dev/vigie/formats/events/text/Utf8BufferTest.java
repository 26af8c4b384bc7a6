package dev.vigie.formats.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Value;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Utf8BufferTest {
    private static final String ODDITIES = "\u0000\u0008\t\n\r\u001F \"&'<>\\]/\u007F\u0080\u07FF\u0800\uD7FF\uD800\uDBFF"
            + "\uDC00\uDFFF\uE000\uFFFD\uFFFE\uFFFF";

    @ParameterizedTest
    @EnumSource
    void escapes_ofRandomText_equalTheReference(Escaping escaping) {
        Random random = new Random(20_260_318);
        for (int round = 0; round < 20_000; round++) {
            String text = randomText(random);
            byte[] expected = reference(text, escaping).getBytes(StandardCharsets.UTF_8);
            assertThat(new Utf8Buffer(1).append(text, escaping).toByteArray()).isEqualTo(expected);
            assertThat(fromUtf16(text, random.nextInt(9), escaping).toByteArray()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void escapes_ofEveryCodeUnitInEveryLane_equalTheReference(Escaping escaping) {
        for (int unit = 0; unit <= 0xFFFF; unit++) {
            int lane = unit % 8;
            String text = "abcdefgh".substring(0, lane) + (char) unit + "ijklmnop";
            byte[] expected = reference(text, escaping).getBytes(StandardCharsets.UTF_8);
            assertThat(fromUtf16(text, 0, escaping).toByteArray()).isEqualTo(expected);
        }
        for (char unit = 0; unit < 0x80; unit++) {
            for (int lane = 0; lane < 8; lane++) {
                String text = "abcdefgh".substring(0, lane) + unit + "ijklmnop";
                assertThat(fromUtf16(text, 0, escaping)).hasToString(reference(text, escaping));
            }
        }
    }

    @Test
    void surrogatePair_acrossTheBlocksOfALongText_staysWhole() {
        String text = "a" + "\uD83D\uDE00".repeat(2000);
        assertThat(new Utf8Buffer().append(text, Escaping.XML_TEXT)).hasToString(text);
        assertThat(fromUtf16(text, 1, Escaping.JSON)).hasToString(text);
    }

    @Test
    void numbers_printAsTheirTextForms() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            long bits = random.nextLong() >> random.nextInt(64);
            assertThat(new Utf8Buffer(1).append(bits)).hasToString(Long.toString(bits));
            assertThat(new Utf8Buffer(1).appendUnsigned(bits)).hasToString(Long.toUnsignedString(bits));
            assertThat(new Utf8Buffer(1).appendHex(bits)).hasToString("0x" + Long.toHexString(bits));
            Guid guid = new Guid(bits, random.nextLong());
            assertThat(new Utf8Buffer(1).append(guid)).hasToString(guid.toString());
        }
        assertThat(new Utf8Buffer(1).append(Long.MIN_VALUE)).hasToString("-9223372036854775808");
    }

    @Test
    void times_printAsTheirTextForms() {
        Random random = new Random(8);
        for (int round = 0; round < 50_000; round++) {
            FileTime time = new FileTime(random.nextLong() >>> random.nextInt(64));
            assertThat(new Utf8Buffer(1).append(time)).hasToString(time.toString());
        }
        for (long day = 0; day < 146_097L; day += 5) {
            FileTime time = new FileTime(day * 86_400 * FileTime.TICKS_PER_SECOND);
            assertThat(new Utf8Buffer(32).append(time).toString()).isEqualTo(time.toString());
        }
    }

    @Test
    void values_ofEveryKind_printAsTheirText() {
        RandomEventTrees events = new RandomEventTrees(new Random(9), true);
        for (int round = 0; round < 20_000; round++) {
            Value value = events.value();
            Utf8Buffer out = new Utf8Buffer(1);
            ValueText.append(value, Escaping.XML_ATTRIBUTE, out);
            assertThat(out).hasToString(reference(value.text(), Escaping.XML_ATTRIBUTE));
        }
    }

    @Test
    void truncate_dropsTheEnd() {
        Utf8Buffer out = new Utf8Buffer().append("abc");
        out.truncate(1);
        assertThat(out.append("d")).hasToString("ad");
        assertThat(out.size()).isEqualTo(2);
    }

    private static Utf8Buffer fromUtf16(String text, int before, Escaping escaping) {
        byte[] units = new byte[before + 2 * text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            units[before + 2 * i] = (byte) text.charAt(i);
            units[before + 2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return new Utf8Buffer(1).appendUtf16(units, before, 2 * text.length() + 1, escaping);
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextInt(50) == 0 ? 2000 : 40);
        for (int i = 0; i < length; i++) {
            text.append(switch (random.nextInt(20)) {
                case 0 -> ODDITIES.charAt(random.nextInt(ODDITIES.length()));
                case 1 -> (char) random.nextInt(0x10000);
                default -> (char) ('a' + random.nextInt(26));
            });
        }
        return text.toString();
    }

    /** Written for clarity, one code point at a time; the result has no lone surrogate. */
    private static String reference(String text, Escaping escaping) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> escaped.append(switch (escaping) {
            case NONE -> isSurrogate(point) ? "\uFFFD" : Character.toString(point);
            case XML_TEXT -> xml(point, false);
            case XML_ATTRIBUTE -> xml(point, true);
            case JSON -> json(point);
        }));
        return escaped.toString();
    }

    private static String xml(int point, boolean attribute) {
        return switch (point) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\r' -> "&#13;";
            case '\n' -> attribute ? "&#10;" : "\n";
            case '\t' -> attribute ? "&#9;" : "\t";
            case '"' -> attribute ? "&quot;" : "\"";
            case '\'' -> attribute ? "&#39;" : "'";
            default -> point < 32 || isSurrogate(point) || point == 0xFFFE || point == 0xFFFF
                    ? "\uFFFD"
                    : Character.toString(point);
        };
    }

    private static String json(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> point < 32 || isSurrogate(point)
                    ? "\\u%04x".formatted(point)
                    : Character.toString(point);
        };
    }

    private static boolean isSurrogate(int point) {
        return point >= 0xD800 && point <= 0xDFFF;
    }
}
