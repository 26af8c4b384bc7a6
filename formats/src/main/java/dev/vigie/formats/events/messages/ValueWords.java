package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.Value;
import dev.vigie.formats.windows.FileTime;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** How a value is shown in a message, by the {@code outType} of its manifest (EventManifest schema, DataDefinitionType). */
final class ValueWords {
    private static final int HEX_INT8 = 0x10;
    private static final int HEX_INT64 = 0x13;
    private static final int PORT = 0x16;
    private static final int IPV4 = 0x17;
    private static final int IPV6 = 0x18;
    private static final int SOCKET_ADDRESS = 0x19;
    private static final int NTSTATUS = 0x1F;
    private static final int HRESULT = 0x20;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 23;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnnxxx",
            Locale.ROOT);

    private ValueWords() {
    }

    static String text(Value value, int outType, ZoneId zone) {
        return switch (value) {
            case Value.Int number -> number(number, outType);
            case Value.Binary binary -> binary(binary, outType);
            case Value.Time time when !zone.equals(ZoneOffset.UTC) -> time(time.time(), zone);
            default -> value.text();
        };
    }

    private static String number(Value.Int number, int outType) {
        if (outType >= HEX_INT8 && outType <= HEX_INT64 || outType == NTSTATUS || outType == HRESULT) {
            int bits = Math.max(8, 8 * number.type().size());
            long mask = bits == 64 ? -1L : (1L << bits) - 1;
            return "0x" + Long.toHexString(number.bits() & mask);
        }
        if (outType == PORT) {
            // In the order of the network.
            return Integer.toString(Short.toUnsignedInt(Short.reverseBytes((short) number.bits())));
        }
        if (outType == IPV4) {
            long bits = number.bits();
            return (bits & 0xFF) + "." + (bits >>> 8 & 0xFF) + "." + (bits >>> 16 & 0xFF) + "." + (bits >>> 24 & 0xFF);
        }
        return number.text();
    }

    private static String binary(Value.Binary binary, int outType) {
        byte[] bytes = binary.bytes();
        if (outType == IPV6 && bytes.length == 16 || outType == IPV4 && bytes.length == 4) {
            return address(bytes);
        }
        if (outType == SOCKET_ADDRESS && bytes.length >= 8) {
            int family = bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8;
            int port = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
            if (family == AF_INET) {
                return address(Arrays.copyOfRange(bytes, 4, 8)) + ":" + port;
            }
            if (family == AF_INET6 && bytes.length >= 24) {
                return "[" + address(Arrays.copyOfRange(bytes, 8, 24)) + "]:" + port;
            }
        }
        return binary.text();
    }

    private static String address(byte[] bytes) {
        try {
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            return bytes.length == 16 ? shortened(text) : text;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for other lengths
        }
    }

    /** The longest run of zero groups as {@code ::} (RFC 5952 4.2). */
    private static String shortened(String groups) {
        String best = "";
        for (String zeros : new String[]{"0:0:0:0:0:0:0:0", "0:0:0:0:0:0:0", "0:0:0:0:0:0", "0:0:0:0:0", "0:0:0:0",
                "0:0:0", "0:0"}) {
            if (best.isEmpty() && (":" + groups + ":").contains(":" + zeros + ":")) {
                best = zeros;
            }
        }
        if (best.isEmpty()) {
            return groups;
        }
        String around = ":" + groups + ":";
        int at = around.indexOf(":" + best + ":");
        String before = around.substring(0, at).replaceFirst("^:", "");
        String after = around.substring(at + best.length() + 2).replaceFirst(":$", "");
        return before + "::" + after;
    }

    private static String time(FileTime time, ZoneId zone) {
        Instant instant = time.toInstant();
        String text = TIME.format(instant.atZone(zone));
        // Seven digits of the second, as a file time has.
        int digits = text.indexOf('.') + 8;
        return text.substring(0, digits) + text.substring(digits + 2);
    }
}
