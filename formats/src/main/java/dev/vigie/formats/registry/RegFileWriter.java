package dev.vigie.formats.registry;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Writes keys as the text of a .reg file, version 5, which {@code reg import} takes: nothing of a value is lost, classes,
 * times and security descriptors of keys are. Lines end with CR LF; the file on disk is UTF-16LE with a byte order mark.
 */
public final class RegFileWriter {
    private static final String LINE_END = "\r\n";
    private static final int WIDTH = 80;
    private static final int HEX_PER_BYTE = 3;
    private final Appendable out;

    private RegFileWriter(Appendable out) {
        this.out = out;
    }

    /** Writes what stands before the first key. */
    public static void writeHeader(Appendable out) throws IOException {
        out.append(RegFile.HEADER_5).append(LINE_END);
    }

    /**
     * Writes a key and everything below it.
     *
     * @param path the full path the key is to have, such as {@code HKEY_LOCAL_MACHINE\SOFTWARE}
     */
    public static void write(RegistryKey key, String path, Appendable out) throws IOException {
        RegFileWriter writer = new RegFileWriter(out);
        String top = key.path();
        for (RegistryKey next : key.tree()) {
            String below = next.path().substring(top.length());
            writer.writeKey(next, below.isEmpty() || below.startsWith("\\") ? path + below : path + '\\' + below);
        }
    }

    private void writeKey(RegistryKey key, String path) throws IOException {
        out.append(LINE_END).append('[').append(path).append(']').append(LINE_END);
        for (RegistryValue value : key.values()) {
            writeValue(value);
        }
    }

    private void writeValue(RegistryValue value) throws IOException {
        String name = value.name().isEmpty() ? "@" : quoted(value.name());
        out.append(name).append('=');
        Optional<String> text = plainText(value);
        if (text.isPresent()) {
            out.append(quoted(text.get()));
        } else if (value.typeCode() == RegistryType.DWORD.code() && value.data().size() == Integer.BYTES) {
            out.append("dword:").append(HexFormat.of().toHexDigits((int) value.number().orElseThrow()));
        } else {
            writeBytes(value, name.length() + 1);
        }
        out.append(LINE_END);
    }

    /** The text of a value that is written as one, when exactly its bytes come back from it. */
    private static Optional<String> plainText(RegistryValue value) {
        if (value.typeCode() != RegistryType.SZ.code()) {
            return Optional.empty();
        }
        return value.text().filter(text -> text.chars().allMatch(unit -> unit >= ' '))
                .filter(text -> RegistryValue.text(value.name(), text).equals(value));
    }

    private void writeBytes(RegistryValue value, int column) throws IOException {
        String kind = value.typeCode() == RegistryType.BINARY.code()
                ? "hex:"
                : "hex(" + Integer.toHexString(value.typeCode()) + "):";
        out.append(kind);
        byte[] bytes = value.data().toBytes();
        int at = column + kind.length();
        for (int i = 0; i < bytes.length; i++) {
            out.append(HexFormat.of().toHexDigits(bytes[i]));
            at += HEX_PER_BYTE;
            if (i + 1 < bytes.length) {
                out.append(',');
                if (at + HEX_PER_BYTE >= WIDTH) {
                    out.append('\\').append(LINE_END).append("  ");
                    at = 2;
                }
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
