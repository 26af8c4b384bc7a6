package dev.vigie.formats.events.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of a source, found by its byte order mark, its first bytes or its XML declaration (XML 1.0 appendix F).
 *
 * @param charset the encoding of the bytes that {@link #asciiBased} gives
 * @param utf16 whether the source itself is UTF-16
 * @param bigEndian its byte order then
 * @param markLength the bytes of its byte order mark
 * @param unknownName the encoding it declares when that is unknown, else empty
 */
record XmlEncoding(Charset charset, boolean utf16, boolean bigEndian, int markLength, String unknownName) {
    /** The bytes of a source that are looked at. */
    static final int HEAD_LENGTH = 256;
    private static final Pattern DECLARED = Pattern
            .compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    /** Looks at the first bytes, which stay in the stream except for a byte order mark. */
    static XmlEncoding detect(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD_LENGTH);
        XmlEncoding encoding = of(head);
        in.unread(head, encoding.markLength, head.length - encoding.markLength);
        return encoding;
    }

    private static XmlEncoding of(byte[] head) {
        int first = at(head, 0) << 8 | at(head, 1);
        return switch (first) {
            case 0xFFFE -> utf16(false, 2);
            case 0xFEFF -> utf16(true, 2);
            case '<' << 8 -> utf16(false, 0);
            case '<' -> utf16(true, 0);
            default -> first == 0xEFBB && at(head, 2) == 0xBF ? utf8(3, "") : declared(head);
        };
    }

    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xFF : 0x20;
    }

    private static XmlEncoding declared(byte[] head) {
        Matcher declaration = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!declaration.lookingAt()) {
            return utf8(0, "");
        }
        String name = declaration.group(1);
        try {
            Charset charset = Charset.forName(name);
            // Tools that rewrite UTF-16 exports as UTF-8 leave the declaration as it was; the bytes are right.
            return isAsciiBased(charset) ? new XmlEncoding(charset, false, false, 0, "") : utf8(0, "");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return utf8(0, name);
        }
    }

    private static boolean isAsciiBased(Charset charset) {
        return charset.canEncode() && "<&>".equals(new String("<&>".getBytes(charset), StandardCharsets.ISO_8859_1));
    }

    private static XmlEncoding utf8(int markLength, String unknownName) {
        return new XmlEncoding(StandardCharsets.UTF_8, false, false, markLength, unknownName);
    }

    private static XmlEncoding utf16(boolean bigEndian, int markLength) {
        return new XmlEncoding(StandardCharsets.UTF_8, true, bigEndian, markLength, "");
    }

    /** The source as bytes in which every markup character is one ASCII byte. */
    InputStream asciiBased(InputStream in) {
        return utf16 ? new Utf16ToUtf8(in, bigEndian) : in;
    }

    /** How many bytes of the source one byte of {@link #asciiBased} stands for. */
    int sourceBytes(byte b) {
        if (!utf16) {
            return 1;
        }
        boolean follows = (b & 0xC0) == 0x80;
        boolean startsPair = (b & 0xF8) == 0xF0;
        return follows ? 0 : startsPair ? 4 : 2;
    }
}
