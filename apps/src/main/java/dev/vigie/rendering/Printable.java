package dev.vigie.rendering;

/** Text from a log made safe to show: a control character in event data must not reach a terminal as one. */
public final class Printable {
    private Printable() {
    }

    /** The text with every control, format and lone surrogate character replaced by its escape, {@code \u001b}. */
    public static String of(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmless(text, i)) {
                if (safe != null) {
                    safe.append(c);
                }
            } else {
                safe = safe == null ? new StringBuilder(text.substring(0, i)) : safe;
                safe.append(c == '\n' || c == '\r' || c == '\t' ? " " : "\\u%04x".formatted((int) c));
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean isHarmless(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
