package dev.vigie.rendering;

/** Text that an XML document can hold. */
final class XmlText {
    private XmlText() {
    }

    /** The text with U+FFFD for every character XML 1.0 forbids. */
    static String of(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(XmlText::allowed).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static int allowed(int c) {
        boolean valid = c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000;
        return valid ? c : 0xFFFD;
    }
}
