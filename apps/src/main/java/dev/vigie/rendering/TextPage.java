package dev.vigie.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a fixed width: a label at the left, what is said of it wrapped beside it. */
final class TextPage {
    private static final int LABEL = 11;
    private static final Pattern EMPHASIS = Pattern.compile("\u001B\\[[0-9;]*m");
    private final StringBuilder page = new StringBuilder();
    private final int width;
    private final Style style;

    TextPage(int width, Style style) {
        this.width = width;
        this.style = style;
    }

    Style style() {
        return style;
    }

    void blank() {
        page.append('\n');
    }

    /** A line as it is. */
    void line(String text) {
        page.append(text).append('\n');
    }

    /** A label in bold with text wrapped beside it. */
    void labelled(String label, String text) {
        int columns = visibleLength(label);
        String head = style.bold(label) + " ".repeat(Math.max(1, LABEL - columns));
        List<String> lines = wrap(text, width - Math.max(LABEL, columns + 1));
        for (int i = 0; i < lines.size(); i++) {
            page.append(i == 0 ? head : " ".repeat(LABEL)).append(lines.get(i)).append('\n');
        }
    }

    /** A heading on a line of its own. */
    void heading(String text) {
        page.append(style.bold(text)).append('\n');
    }

    /** Text wrapped at an indentation. */
    void indented(int columns, String text) {
        for (String line : wrap(text, width - columns)) {
            page.append(" ".repeat(columns)).append(line).append('\n');
        }
    }

    /** Text wrapped below what stands beside a label. */
    void beside(String text) {
        indented(LABEL, text);
    }

    /** A command: set in, and never wrapped. */
    void command(String text) {
        page.append(" ".repeat(LABEL + 2)).append(text).append('\n');
    }

    private static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int visible = 0;
        for (String word : text.split(" ", -1)) {
            int length = visibleLength(word);
            if (visible > 0 && visible + 1 + length > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                visible = 0;
            }
            if (visible > 0) {
                line.append(' ');
                visible++;
            }
            line.append(word);
            visible += length;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The columns a word takes: escape sequences take none. */
    private static int visibleLength(String word) {
        return EMPHASIS.matcher(word).replaceAll("").length();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
