package dev.vigie.diagnosis.sigma;

import java.util.List;

/** YAML as rules are written: keys in the order given, texts in single quotes where they need any. */
final class RuleText {
    private static final int INDENT = 4;
    private final StringBuilder text = new StringBuilder();
    private int depth;

    void begin(String key) {
        line(quoted(key) + ":");
        depth++;
    }

    void end() {
        depth--;
    }

    void scalar(String key, String value) {
        if (value.contains("\n")) {
            line(key + ": |-");
            depth++;
            value.lines().forEach(this::line);
            depth--;
        } else {
            line(quoted(key) + ": " + quoted(value));
        }
    }

    /** A key that is true. */
    void flag(String key) {
        line(quoted(key) + ": true");
    }

    void list(String key, List<String> values) {
        line(quoted(key) + ":");
        depth++;
        values.forEach(value -> line("- " + quoted(value)));
        depth--;
    }

    private void line(String content) {
        text.append(" ".repeat(INDENT * depth)).append(content).append('\n');
    }

    private static String quoted(String value) {
        boolean plain = value.matches("[A-Za-z][A-Za-z0-9_ |*.-]*[A-Za-z0-9_*]|[0-9]+")
                && !value.matches("(?i)true|false|null|yes|no|on|off|y|n");
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
