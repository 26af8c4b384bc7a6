package dev.vigie.cli;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names a file by its first bytes, to tell a user what was given instead of an event log. */
final class Signature {
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("89504e470d0a1a0a", "PNG");
        KNOWN.put("ffd8ff", "JPEG");
        KNOWN.put("25504446", "PDF");
        KNOWN.put("4d5a", "EXE/DLL");
        KNOWN.put("72656766", "registry hive");
        KNOWN.put("30000000" + HexFormat.of().formatHex("LfLe".getBytes(StandardCharsets.US_ASCII)),
                "EVT (Windows XP)");
        KNOWN.put("0a0d0d0a", "pcapng");
        KNOWN.put("d4c3b2a1", "pcap");
        KNOWN.put("d0cf11e0a1b11ae1", "OLE (MSI, DOC)");
        KNOWN.put("7f454c46", "ELF");
    }

    /** Archives and packed files that are not read here, with what unpacks them. */
    private static final Map<String, String> UNPACKERS = Map.of("377abcaf271c", "7z x", "526172211a07", "unrar x",
            "28b52ffd", "zstd -d", "fd377a585a00", "xz -d", "425a68", "bzip2 -d", "4d534346", "cabextract");

    private Signature() {
    }

    /** The kind of file; empty when it is none of those known. */
    static Optional<String> of(byte[] bytes) {
        return in(KNOWN, bytes);
    }

    /** The command that unpacks the file; empty when it is no archive, or one that is read. */
    static Optional<String> unpacker(byte[] bytes) {
        return in(UNPACKERS, bytes);
    }

    private static Optional<String> in(Map<String, String> signatures, byte[] bytes) {
        String head = firstBytes(bytes);
        return signatures.entrySet().stream().filter(known -> head.startsWith(known.getKey())).map(Map.Entry::getValue)
                .findFirst();
    }

    /** The first bytes in hexadecimal. */
    static String firstBytes(byte[] bytes) {
        return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
    }
}
