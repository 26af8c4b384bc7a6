package dev.vigie.formats.events.text;

/**
 * What differs between the readers of CSV.
 *
 * @param separator what stands between cells: an ASCII character that is no quotation mark and no line end
 * @param spreadsheet whether a spreadsheet program opens the file by a double click: then it begins with a byte order
 *     mark, times are calendar times without zone (UTC, to the second), and a cell that the program would take for a
 *     formula begins with an apostrophe
 */
public record CsvDialect(char separator, boolean spreadsheet) {
    /** RFC 4180: commas, nothing else. */
    public static final CsvDialect PLAIN = new CsvDialect(',', false);
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    /** Checks the separator. */
    public CsvDialect {
        if (separator >= 0x80 || separator == '"' || separator == '\r' || separator == '\n' || separator == 0) {
            throw new IllegalArgumentException("separator " + separator);
        }
    }

    /** Appends one cell, quoted when it must be. */
    void append(String text, Utf8Buffer out) {
        String cell = harmless(text);
        if (spreadsheet && !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0) {
            cell = "'" + cell;
        }
        if (mustQuote(cell)) {
            out.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            out.append(cell);
        }
    }

    /** Control characters but tabs and line ends become U+FFFD: many readers stop at them, and terminals obey them. */
    private static String harmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                StringBuilder safe = new StringBuilder(text);
                for (int j = i; j < safe.length(); j++) {
                    if (isControl(safe.charAt(j))) {
                        safe.setCharAt(j, '\uFFFD');
                    }
                }
                return safe.toString();
            }
        }
        return text;
    }

    private static boolean isControl(char unit) {
        boolean allowed = unit == '\t' || unit == '\n' || unit == '\r';
        return !allowed && Character.isISOControl(unit);
    }

    /** A blank at an end is quoted too, since some readers strip cells. */
    private boolean mustQuote(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char unit = cell.charAt(i);
            if (unit == separator || unit == '"' || unit == '\n' || unit == '\r') {
                return true;
            }
        }
        return !cell.isEmpty() && (cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' ');
    }
}
