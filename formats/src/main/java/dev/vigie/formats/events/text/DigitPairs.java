package dev.vigie.formats.events.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes digits into bytes, two at a time from a table: half the divisions and stores. */
final class DigitPairs {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final short[] DECIMAL = pairs("0123456789", 10);
    private static final short[] UPPER_HEX = pairs("0123456789ABCDEF", 16);
    private static final short[] LOWER_HEX = pairs("0123456789abcdef", 16);
    /** The most digits of a number below 2<sup>63</sup>. */
    private static final int MAX_DIGITS = 19;

    private DigitPairs() {
    }

    /** The two digits of each number below the square of the base, as a little-endian 16-bit number. */
    private static short[] pairs(String digits, int base) {
        short[] pairs = new short[base * base];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (short) (digits.charAt(i / base) | digits.charAt(i % base) << 8);
        }
        return pairs;
    }

    /** Writes a number below 100 as two decimal digits. */
    static void putTwo(int number, byte[] target, int at) {
        SHORT.set(target, at, DECIMAL[number]);
    }

    /** Writes a number that is not negative in decimal; returns where it ends. */
    static int putDecimal(long number, byte[] target, int from) {
        int end = from + count(number);
        int at = end;
        long rest = number;
        while (rest >= 100) {
            long hundreds = rest / 100;
            at -= 2;
            SHORT.set(target, at, DECIMAL[(int) (rest - 100 * hundreds)]);
            rest = hundreds;
        }
        if (rest >= 10) {
            SHORT.set(target, at - 2, DECIMAL[(int) rest]);
        } else {
            target[at - 1] = (byte) ('0' + rest);
        }
        return end;
    }

    private static int count(long number) {
        int digits = 1;
        long limit = 10;
        while (number >= limit && digits < MAX_DIGITS) {
            digits++;
            limit *= 10;
        }
        return digits;
    }

    /** Writes the lowest digits of a number in lower-case hexadecimal; returns where they end. */
    static int putLowerHex(long number, int digits, byte[] target, int from) {
        int at = from + digits;
        long rest = number;
        for (; at - from >= 2; rest >>>= 8) {
            at -= 2;
            SHORT.set(target, at, LOWER_HEX[(int) rest & 0xFF]);
        }
        if (at > from) {
            // The second character of the pair of a number below 16.
            target[from] = (byte) (LOWER_HEX[(int) rest & 0xF] >>> 8);
        }
        return from + digits;
    }

    /** Writes bytes in upper-case hexadecimal; returns where they end. */
    static int putUpperHex(byte[] binary, int offset, int length, byte[] target, int from) {
        int at = from;
        for (int i = offset; i < offset + length; i++, at += 2) {
            SHORT.set(target, at, UPPER_HEX[binary[i] & 0xFF]);
        }
        return at;
    }
}
