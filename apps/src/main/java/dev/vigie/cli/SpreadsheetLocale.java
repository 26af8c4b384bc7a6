package dev.vigie.cli;

import dev.vigie.rendering.Language;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;

/** What a spreadsheet program takes for the separator of cells: a semicolon where the comma separates decimals. */
final class SpreadsheetLocale {
    private SpreadsheetLocale() {
    }

    /** The separator where the session is held: French, or in a place whose numbers have a decimal comma. */
    static char separator(Session session) {
        boolean decimalComma = session.texts().language() == Language.FR
                || DecimalFormatSymbols.getInstance(place(session.terminal().environment()))
                        .getDecimalSeparator() == ',';
        return decimalComma ? ';' : ',';
    }

    /** The locale of numbers (POSIX 8.2): of the form {@code de_DE.UTF-8}. */
    private static Locale place(Map<String, String> environment) {
        for (String variable : new String[]{"LC_ALL", "LC_NUMERIC", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return Locale.forLanguageTag(value.replaceFirst("[.@].*", "").replace('_', '-'));
            }
        }
        return Locale.ROOT;
    }
}
