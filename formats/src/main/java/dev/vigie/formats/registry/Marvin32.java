package dev.vigie.formats.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The hash over entries of transaction logs (Marvin32), with the seed Windows uses there. */
final class Marvin32 {
    private static final int SEED_LOW = 0x7A4E_55C5;
    private static final int SEED_HIGH = 0x82EF_4D88;
    /** What stands behind the last byte. */
    private static final int END = 0x80;

    private int low = SEED_LOW;
    private int high = SEED_HIGH;

    private Marvin32() {
    }

    static long hash(byte[] bytes, int offset, int length) {
        Marvin32 hash = new Marvin32();
        ByteBuffer data = ByteBuffer.wrap(bytes, offset, length).order(ByteOrder.LITTLE_ENDIAN);
        while (data.remaining() >= Integer.BYTES) {
            hash.mix(data.getInt());
        }
        int rest = 0;
        int shift = 0;
        while (data.hasRemaining()) {
            rest |= (data.get() & 0xFF) << shift;
            shift += Byte.SIZE;
        }
        hash.mix(rest | END << shift);
        hash.mix(0);
        return (long) hash.high << Integer.SIZE | hash.low & 0xFFFF_FFFFL;
    }

    private void mix(int word) {
        low += word;
        high ^= low;
        low = Integer.rotateLeft(low, 20) + high;
        high = Integer.rotateLeft(high, 9) ^ low;
        low = Integer.rotateLeft(low, 27) + high;
        high = Integer.rotateLeft(high, 19);
    }
}
