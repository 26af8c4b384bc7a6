package dev.vigie.formats.events.text;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV as RFC 4180 section 2 defines it, strictly: a grammar of its own, knowing nothing of the writer. */
final class CsvRows {
    private final String text;
    private final char separator;
    private int at;

    private CsvRows(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static List<List<String>> of(String text, char separator) {
        CsvRows rows = new CsvRows(text, separator);
        List<List<String>> all = new ArrayList<>();
        while (rows.at < text.length()) {
            all.add(rows.row());
        }
        return all;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            cells.add(cell());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new AssertionError("no CRLF at " + at + " after " + cells);
        }
        at += 2;
        return cells;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (true) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell.toString();
            }
        }
    }

    private String plain() {
        int start = at;
        while (text.charAt(at) != separator && text.charAt(at) != '\r') {
            if (text.charAt(at) == '"' || text.charAt(at) == '\n') {
                throw new AssertionError("unquoted at " + at);
            }
            at++;
        }
        return text.substring(start, at);
    }
}
