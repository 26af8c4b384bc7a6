package dev.vigie.cli;

import dev.vigie.formats.registry.RegistryType;
import dev.vigie.formats.registry.RegistryValue;
import dev.vigie.rendering.Printable;
import java.util.HexFormat;
import java.util.Locale;

/** Values of a registry as people read them. */
final class RegistryText {
    private static final int MOST_BYTES = 64;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private RegistryText() {
    }

    /** {@code Name  REG_SZ  data}; the default value is shown as {@code (default)}. */
    static String line(RegistryValue value) {
        return Printable.of(name(value)) + "  " + type(value) + "  " + Printable.of(data(value));
    }

    static String name(RegistryValue value) {
        return value.name().isEmpty() ? "(default)" : value.name();
    }

    static String type(RegistryValue value) {
        return value.type().map(RegistryType::apiName)
                .orElseGet(() -> "0x" + Integer.toHexString(value.typeCode()));
    }

    /** The data: text as it is, numbers as {@code 0x3d (61)}, everything else as bytes. */
    static String data(RegistryValue value) {
        if (value.text().isPresent()) {
            return value.text().get();
        }
        if (value.number().isPresent()) {
            long number = value.number().getAsLong();
            return "0x" + Long.toHexString(number) + " (" + Long.toUnsignedString(number) + ")";
        }
        if (value.typeCode() == RegistryType.MULTI_SZ.code()) {
            return String.join(" | ", value.texts());
        }
        byte[] bytes = value.data().toBytes();
        String shown = HEX.formatHex(bytes, 0, Math.min(bytes.length, MOST_BYTES)).toLowerCase(Locale.ROOT);
        return bytes.length <= MOST_BYTES ? shown : shown + " ... [" + bytes.length + "]";
    }
}
