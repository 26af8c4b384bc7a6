package dev.vigie.diagnosis.sigma;

import java.util.Arrays;

/** A value of a rule: characters, and wildcards that stand for one or for any number of characters. */
final class SigmaString {
    private static final int ONE = -1;
    private static final int MANY = -2;
    /** Character codes, or one of the wildcards. */
    private final int[] units;

    private SigmaString(int[] units) {
        this.units = units;
    }

    /** Reads wildcards and their escapes: a backslash escapes a wildcard or a backslash and is itself elsewhere. */
    static SigmaString parse(String text) {
        int[] units = new int[text.length()];
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1))) {
                at++;
                units[length++] = text.charAt(at);
            } else {
                units[length++] = switch (unit) {
                    case '*' -> MANY;
                    case '?' -> ONE;
                    default -> unit;
                };
            }
        }
        return new SigmaString(Arrays.copyOf(units, length));
    }

    private static boolean isEscapable(char unit) {
        return unit == '*' || unit == '?' || unit == '\\';
    }

    /** Characters without wildcards. */
    static SigmaString literal(String text) {
        return new SigmaString(text.chars().toArray());
    }

    boolean hasWildcards() {
        return Arrays.stream(units).anyMatch(unit -> unit < 0);
    }

    int length() {
        return units.length;
    }

    boolean isMany(int at) {
        return units[at] == MANY;
    }

    boolean isOne(int at) {
        return units[at] == ONE;
    }

    char charAt(int at) {
        return (char) units[at];
    }

    /** The characters of a part without wildcards. */
    String text(int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int at = start; at < end; at++) {
            text.append((char) units[at]);
        }
        return text.toString();
    }

    /** With any text allowed in front. */
    SigmaString withAnyBefore() {
        return units.length > 0 && units[0] == MANY ? this : concat(new int[]{MANY}, units);
    }

    /** With any text allowed behind. */
    SigmaString withAnyAfter() {
        return units.length > 0 && units[units.length - 1] == MANY ? this : concat(units, new int[]{MANY});
    }

    /** With one character replaced. */
    SigmaString with(int at, char unit) {
        int[] changed = units.clone();
        changed[at] = unit;
        return new SigmaString(changed);
    }

    private static SigmaString concat(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return new SigmaString(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigmaString string && Arrays.equals(units, string.units);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(units);
    }

    /** As a rule would write it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int unit : units) {
            switch (unit) {
                case MANY -> text.append('*');
                case ONE -> text.append('?');
                case '*', '?', '\\' -> text.append('\\').append((char) unit);
                default -> text.append((char) unit);
            }
        }
        return text.toString();
    }
}
