package dev.vigie.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, aligned for reading or as CSV (RFC 4180). */
final class Table {
    /** How it is printed. */
    enum Form {
        ALIGNED, CSV
    }

    private final Form form;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Form form) {
        this.form = form;
    }

    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int[] widths = widths();
        for (List<String> row : rows) {
            text.append(form == Form.CSV ? csv(row) : aligned(row, widths)).append(form == Form.CSV ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - cell.length());
            // Numbers come first and stand at the right of their column.
            line.append(i == 0 ? padding + cell : cell + padding).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private int[] widths() {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String csv(List<String> row) {
        return String.join(",", row.stream().map(Table::csv).toList());
    }

    private static String csv(String cell) {
        // A spreadsheet takes a cell that starts like this for a formula.
        String safe = cell.matches("(?s)[=+@\\t\\r-].*") && !cell.matches("-?\\d+") ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
