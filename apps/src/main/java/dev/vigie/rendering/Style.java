package dev.vigie.rendering;

/** Emphasis on a terminal; without colour nothing is lost, since every colour stands beside a word. */
public enum Style {
    /** Plain text. */
    PLAIN(false),
    /** ANSI escape sequences. */
    COLOUR(true);

    private final boolean coloured;

    Style(boolean coloured) {
        this.coloured = coloured;
    }

    /** Bold. */
    public String bold(String text) {
        return wrap("1", text);
    }

    /** Less important. */
    public String dim(String text) {
        return wrap("2", text);
    }

    /** Bad news. */
    public String bad(String text) {
        return wrap("1;31", text);
    }

    /** Neither good nor bad. */
    public String unsure(String text) {
        return wrap("1;33", text);
    }

    /** Good news. */
    public String good(String text) {
        return wrap("1;32", text);
    }

    private String wrap(String code, String text) {
        return coloured ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
