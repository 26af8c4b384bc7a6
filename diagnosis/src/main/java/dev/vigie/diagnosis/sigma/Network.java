package dev.vigie.diagnosis.sigma;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** A range of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291 2.3). */
final class Network {
    private static final int MAX_TEXT = 64;
    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Reads {@code address/bits}, or one address alone. */
    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int width = address.get().length * Byte.SIZE;
        String prefix = slash < 0 ? Integer.toString(width) : text.substring(slash + 1);
        boolean valid = prefix.matches("[0-9]{1,3}") && Integer.parseInt(prefix) <= width;
        return valid ? Optional.of(new Network(address.get(), Integer.parseInt(prefix))) : Optional.empty();
    }

    /** Whether a text is an address of this network; any other text is not. */
    boolean contains(String text) {
        return address(text).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        return Arrays.equals(address, 0, whole, other, 0, whole)
                && (rest == 0 || ((address[whole] ^ other[whole]) & 0xFF) >> Byte.SIZE - rest == 0);
    }

    /** The bytes of a literal address; never asks a name service. */
    private static Optional<byte[]> address(String text) {
        String literal = text.strip();
        boolean v6 = literal.indexOf(':') >= 0;
        boolean v4 = literal.chars().filter(unit -> unit == '.').count() == 3;
        if (literal.length() > MAX_TEXT || !v4 && !v6) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(literal).getAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && bits == network.bits && Arrays.equals(address, network.address);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(address) + bits;
    }
}
