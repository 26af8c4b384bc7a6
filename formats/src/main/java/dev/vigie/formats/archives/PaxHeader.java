package dev.vigie.formats.archives;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a pax extended header (POSIX.1-2024 pax, "pax Extended Header") says of the next member: lines of
 * {@code LENGTH KEY=VALUE}.
 */
record PaxHeader(Optional<String> path, OptionalLong size) {
    static PaxHeader read(byte[] bytes) {
        Optional<String> path = Optional.empty();
        OptionalLong size = OptionalLong.empty();
        int at = 0;
        while (at < bytes.length) {
            int blank = indexOf(bytes, ' ', at);
            long length = decimal(bytes, at, blank);
            if (length <= blank - at + 1 || length > bytes.length - at) {
                break;
            }
            int next = at + (int) length;
            int equals = indexOf(bytes, '=', blank);
            if (equals < next) {
                String key = text(bytes, blank + 1, equals);
                if (key.equals("path")) {
                    path = Optional.of(text(bytes, equals + 1, next - 1));
                } else if (key.equals("size")) {
                    long stated = decimal(bytes, equals + 1, next - 1);
                    size = stated < 0 ? size : OptionalLong.of(stated);
                }
            }
            at = next;
        }
        return new PaxHeader(path, size);
    }

    private static int indexOf(byte[] bytes, char wanted, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** A decimal number of up to 17 digits; negative when it is none. */
    private static long decimal(byte[] bytes, int from, int to) {
        if (to <= from || to - from > 17) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
