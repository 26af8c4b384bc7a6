package dev.vigie.formats.registry;

import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes keys as JSON Lines, one key a line, from which every value comes back byte by byte: what JSON can say exactly
 * is a text, a number or a list of texts; the bytes of everything else are written as well. See {@link #SCHEMA}.
 */
public final class RegistryJsonLines {
    /** The resource, beside this class, with the JSON Schema of a line. */
    public static final String SCHEMA = "registry-jsonl.schema.json";
    /** Beyond it many readers of JSON round. */
    private static final long MOST_EXACT = (1L << 53) - 1;
    private final Appendable out;

    private RegistryJsonLines(Appendable out) {
        this.out = out;
    }

    /** Writes a key and everything below it, a key before those below it. */
    public static void write(RegistryKey key, Appendable out) throws IOException {
        RegistryJsonLines lines = new RegistryJsonLines(out);
        for (RegistryKey next : key.tree()) {
            lines.line(next);
        }
    }

    private void line(RegistryKey key) throws IOException {
        out.append("{\"path\":");
        string(key.path());
        member("lastWritten", key.lastWritten().map(FileTime::toString));
        member("class", key.className());
        member("sddl", key.security().map(SecurityDescriptor::toSddl));
        if (!key.isComplete()) {
            out.append(",\"incomplete\":true");
        }
        out.append(",\"values\":[");
        String separator = "";
        for (RegistryValue value : key.values()) {
            out.append(separator);
            value(value);
            separator = ",";
        }
        out.append("]}\n");
    }

    private void member(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            out.append(",\"").append(name).append("\":");
            string(text.get());
        }
    }

    private void value(RegistryValue value) throws IOException {
        out.append("{\"name\":");
        string(value.name());
        out.append(",\"type\":");
        Optional<RegistryType> type = value.type();
        if (type.isPresent()) {
            string(type.get().apiName());
        } else {
            out.append(Integer.toUnsignedString(value.typeCode()));
        }
        boolean exact = type.isPresent() && data(type.get(), value);
        if (!exact) {
            member("hex", Optional.of(HexFormat.of().formatHex(value.data().toBytes())));
        }
        out.append('}');
    }

    /** Writes what people read of the data; tells whether the bytes come back from it. */
    private boolean data(RegistryType type, RegistryValue value) throws IOException {
        Optional<String> text = value.text();
        if (text.isPresent()) {
            member("data", text);
            return RegistryValue.text(type, value.name(), text.get()).equals(value);
        }
        if (type == RegistryType.MULTI_SZ) {
            texts(value.texts());
            return RegistryValue.texts(value.name(), value.texts()).equals(value);
        }
        if (value.number().isPresent()) {
            number(value.number().getAsLong());
            return value.data().size() == (type == RegistryType.QWORD ? Long.BYTES : Integer.BYTES);
        }
        return false;
    }

    private void number(long number) throws IOException {
        String digits = Long.toUnsignedString(number);
        boolean exact = number >= 0 && number <= MOST_EXACT;
        out.append(",\"data\":").append(exact ? digits : '"' + digits + '"');
    }

    private void texts(List<String> texts) throws IOException {
        out.append(",\"data\":[");
        String separator = "";
        for (String text : texts) {
            out.append(separator);
            string(text);
            separator = ",";
        }
        out.append(']');
    }

    private void string(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\') {
                out.append('\\').append(unit);
            } else if (unit < ' ' || isLoneSurrogate(text, i)) {
                out.append("\\u").append(HexFormat.of().toHexDigits(unit));
            } else {
                out.append(unit);
            }
        }
        out.append('"');
    }

    /** UTF-8 has no form for half a pair. */
    private static boolean isLoneSurrogate(String text, int at) {
        char unit = text.charAt(at);
        if (Character.isHighSurrogate(unit)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(unit) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
