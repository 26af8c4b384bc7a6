package dev.vigie.formats.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** UTF-16LE as Windows has it: any sequence of units, so that halves of pairs in names and texts are kept. */
final class Utf16 {
    private Utf16() {
    }

    /** The text in some bytes; an odd last one is left out. */
    static String decode(byte[] bytes, int from, int length) {
        char[] units = new char[length / Character.BYTES];
        ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().get(units);
        return new String(units);
    }

    static byte[] encode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }
}
