package dev.vigie.formats.events.evtx;

import java.util.Objects;

/** UTF-16LE bytes of a chunk as text, without copying them. Reusable. */
final class Utf16View implements CharSequence {
    private byte[] bytes = new byte[0];
    private int offset;
    private int length;

    /** Looks at a text of {@code size} bytes. */
    Utf16View of(byte[] newBytes, int newOffset, int size) {
        bytes = newBytes;
        offset = newOffset;
        length = size / Character.BYTES;
        return this;
    }

    boolean isEqualTo(String text) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (LittleEndian.u16(bytes, offset + Character.BYTES * i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return (char) LittleEndian.u16(bytes, offset + Character.BYTES * Objects.checkIndex(index, length));
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    @Override
    public String toString() {
        return LittleEndian.utf16(bytes, offset, Character.BYTES * length);
    }
}
