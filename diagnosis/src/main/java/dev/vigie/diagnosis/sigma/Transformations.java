package dev.vigie.diagnosis.sigma;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What the transforming modifiers make of a value: one or more others. */
final class Transformations {
    static final int MAX_VARIANTS = 5 * 5 * 5 * 5;
    private static final String DASHES = "-/\u2013\u2014\u2015";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xFF, (byte) 0xFE};
    private final FieldName name;
    private final Placeholders placeholders;
    private final int line;

    Transformations(FieldName name, Placeholders placeholders, int line) {
        this.name = name;
        this.placeholders = placeholders;
        this.line = line;
    }

    /** The variants of a value as written. */
    List<SigmaString> of(String written) throws RuleFault {
        List<SigmaString> variants = new ArrayList<>();
        boolean expand = name.transformations().contains(Modifier.EXPAND);
        for (String text : expand ? placeholders.expand(written, line) : List.of(written)) {
            variants.addAll(of(SigmaString.parse(text)));
            check(variants, written);
        }
        return variants;
    }

    private List<SigmaString> of(SigmaString value) throws RuleFault {
        List<SigmaString> variants = List.of(value);
        boolean wide = false;
        for (Modifier step : name.transformations()) {
            List<SigmaString> next = new ArrayList<>();
            for (SigmaString variant : variants) {
                next.addAll(apply(step, variant, wide));
                check(next, value);
            }
            variants = next;
            wide |= step.isUtf16();
        }
        return variants;
    }

    private List<SigmaString> apply(Modifier step, SigmaString value, boolean wide) throws RuleFault {
        return switch (step) {
            case WINDASH -> dashes(value);
            case BASE64 -> List.of(SigmaString.literal(base64(bytes(value, wide))));
            case BASE64OFFSET -> offsets(bytes(value, wide));
            case UTF16LE, UTF16BE, UTF16 -> List.of(SigmaString.literal(latin1(utf16(step, text(value)))));
            default -> List.of(value);
        };
    }

    /** Each dash or slash that starts a word, as each of the characters command lines take for a dash. */
    private List<SigmaString> dashes(SigmaString value) throws RuleFault {
        List<SigmaString> variants = List.of(value);
        for (int at = 0; at < value.length(); at++) {
            if (startsOption(value, at)) {
                List<SigmaString> next = new ArrayList<>();
                for (SigmaString variant : variants) {
                    for (int i = 0; i < DASHES.length(); i++) {
                        next.add(variant.with(at, DASHES.charAt(i)));
                    }
                }
                check(next, value);
                variants = next;
            }
        }
        return variants;
    }

    private static boolean startsOption(SigmaString value, int at) {
        return isDash(value, at) && at + 1 < value.length() && isWord(value, at + 1)
                && (at == 0 || !isWord(value, at - 1));
    }

    private static boolean isDash(SigmaString value, int at) {
        return !isWildcard(value, at) && DASHES.indexOf(value.charAt(at)) >= 0;
    }

    private static boolean isWord(SigmaString value, int at) {
        return !isWildcard(value, at) && (Character.isLetterOrDigit(value.charAt(at)) || value.charAt(at) == '_');
    }

    private static boolean isWildcard(SigmaString value, int at) {
        return value.isMany(at) || value.isOne(at);
    }

    /** What of the encoded text does not depend on what stands before and behind it, for each of the three offsets. */
    private static List<SigmaString> offsets(byte[] bytes) {
        List<SigmaString> offsets = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = ByteBuffer.allocate(offset + bytes.length).put(offset, bytes).array();
            String encoded = base64(shifted);
            int start = (offset * Byte.SIZE + 5) / 6;
            int end = shifted.length * Byte.SIZE / 6;
            if (start < end) {
                offsets.add(SigmaString.literal(encoded.substring(start, end)));
            }
        }
        return offsets;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf16(Modifier step, String text) {
        return switch (step) {
            case UTF16BE -> text.getBytes(StandardCharsets.UTF_16BE);
            case UTF16LE -> text.getBytes(StandardCharsets.UTF_16LE);
            default -> {
                byte[] units = text.getBytes(StandardCharsets.UTF_16LE);
                byte[] marked = Arrays.copyOf(BYTE_ORDER_MARK, BYTE_ORDER_MARK.length + units.length);
                System.arraycopy(units, 0, marked, BYTE_ORDER_MARK.length, units.length);
                yield marked;
            }
        };
    }

    private byte[] bytes(SigmaString value, boolean wide) throws RuleFault {
        return text(value).getBytes(wide ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** Bytes as characters, one each. */
    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The characters of a value that is to be encoded, which a wildcard cannot be. */
    private String text(SigmaString value) throws RuleFault {
        if (value.hasWildcards() || value.length() == 0) {
            throw new RuleFault(SigmaProblem.BAD_VALUE, line, value, name.written());
        }
        return value.text(0, value.length());
    }

    private void check(List<SigmaString> variants, Object value) throws RuleFault {
        if (variants.size() > MAX_VARIANTS) {
            throw new RuleFault(SigmaProblem.TOO_MANY_VARIANTS, line, value.toString(), MAX_VARIANTS);
        }
    }
}
