package dev.vigie.diagnosis.sigma;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The id of a rule of ours: the UUID of its name (RFC 9562 5.5, version 5), the same in every release. */
final class StableId {
    private static final UUID NAMESPACE = UUID.fromString("6f1f0e0b-3a55-5b0c-9d0f-2b6c5d1a7e21");

    private StableId() {
    }

    static UUID of(String name) {
        ByteBuffer named = ByteBuffer.allocate(16 + name.length()).putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits()).put(name.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer hash = ByteBuffer.wrap(sha1(named.array()));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
