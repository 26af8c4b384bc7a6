package dev.vigie.formats.events.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How text is escaped while it is written as UTF-8.
 *
 * <p>XML 1.0 cannot hold every UTF-16 code unit: control characters other than tab, line feed and carriage return, lone
 * surrogates, U+FFFE and U+FFFF have no form in it, not even as a character reference (XML 1.0 2.2). Both XML escapings
 * write U+FFFD, the replacement character, for each of them, so that every strict parser accepts the result and no
 * innocent text is ever changed. {@link #JSON} keeps all of them.
 */
public enum Escaping {
    /** As it is; only lone surrogates, which UTF-8 cannot hold, become U+FFFD. */
    NONE {
        @Override
        @Nullable
        String replacement(int character) {
            return null;
        }
    },
    /** Element content; a carriage return is written as a reference, since parsers turn a raw one into a line feed. */
    XML_TEXT {
        @Override
        @Nullable
        String replacement(int character) {
            return switch (character) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '\r' -> "&#13;";
                case '\t', '\n' -> null;
                default -> character < ' ' ? REPLACEMENT : null;
            };
        }
    },
    /** An attribute's value between quotation marks of either kind; white space survives the parser's normalisation. */
    XML_ATTRIBUTE {
        @Override
        @Nullable
        String replacement(int character) {
            return switch (character) {
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                case '\t' -> "&#9;";
                case '\n' -> "&#10;";
                default -> XML_TEXT.replacement(character);
            };
        }
    },
    /** The inside of a JSON string (RFC 8259 section 7); a lone surrogate is written as its {@code \}{@code uXXXX}. */
    JSON {
        @Override
        @Nullable
        String replacement(int character) {
            return switch (character) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> character < ' ' ? "\\u" + HexFormat.of().toHexDigits((char) character) : null;
            };
        }
    };

    /** The most bytes one UTF-16 code unit can become: a quotation mark in XML, or a JSON escape of four digits. */
    static final int MAX_BYTES_PER_UNIT = 6;
    private static final String REPLACEMENT = "\uFFFD";
    private static final int ASCII = 0x80;
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Filled once, below; never given out for change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] @Nullable [] replacements = new byte[ASCII][];

    static {
        for (Escaping escaping : values()) {
            for (int character = 0; character < ASCII; character++) {
                String replacement = escaping.replacement(character);
                if (replacement != null) {
                    escaping.replacements[character] = replacement.getBytes(StandardCharsets.UTF_8);
                }
            }
        }
    }

    abstract @Nullable String replacement(int character);

    /** What to write for an ASCII character, or null when it is written as it is. */
    byte @Nullable [] replacementBytes(int character) {
        return replacements[character];
    }

    /**
     * Marks those of eight ASCII characters, one a byte, that may have a replacement, by the highest bit of their byte;
     * marked may be a quotation mark, tab or line feed that has none. Right up to the first byte that is no ASCII.
     *
     * <p>Where every byte is below 0x80, additions and subtractions cannot carry from one byte into the next.
     */
    long replaced(long eight) {
        if (this == NONE) {
            return 0;
        }
        long found = HIGH_BITS - (eight ^ '"' * EACH_BYTE) | ~(eight + (ASCII - ' ') * EACH_BYTE);
        if (this == JSON) {
            found |= HIGH_BITS - (eight ^ '\\' * EACH_BYTE);
        } else {
            // '&' and '\'' differ in the lowest bit only, '<' and '>' in the second.
            found |= HIGH_BITS - ((eight | EACH_BYTE) ^ '\'' * EACH_BYTE);
            found |= HIGH_BITS - ((eight | 2 * EACH_BYTE) ^ '>' * EACH_BYTE);
        }
        return found & HIGH_BITS;
    }
}
