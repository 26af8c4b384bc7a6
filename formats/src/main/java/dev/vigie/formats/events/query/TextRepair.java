package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what copying and other languages do to the text of a query: typographic quotes, entities, upper-case words,
 * foreign operators and blanks. Strings are left alone.
 */
final class TextRepair {
    private static final String SINGLE_QUOTES = "\u2018\u2019\u201A\u201B\u2032";
    private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\u2033";
    private static final Pattern SUSPECT = Pattern.compile(
            "(?<entity>&(?:amp;)*(?:lt|gt|quot|apos|nbsp|#39|#34|#60|#62);)|(?<word>\\b(?:AND|And|OR|Or)\\b)"
                    + "|(?<foreign>==|&&|\\|\\||<>)|(?<blank>[\u00A0\u2000-\u200B\u202F\u3000\uFEFF])"
                    + "|(?<curly>[" + SINGLE_QUOTES + DOUBLE_QUOTES + "])|(?<string>'[^']*'|\"[^\"]*\")");
    private static final Map<String, String> FOREIGN = Map.of("==", "=", "&&", " and ", "||", " or ", "<>", "!=");
    private final String text;
    private final StringBuilder repaired = new StringBuilder();
    private final List<LintFinding> findings = new ArrayList<>();

    private TextRepair(String text) {
        this.text = text;
    }

    /**
     * The outcome.
     *
     * @param text the text with everything repaired
     * @param findings the first finding of each kind, without corrections
     */
    record Result(String text, List<LintFinding> findings) {
    }

    static Result repair(String text) {
        return new TextRepair(text).repair();
    }

    private Result repair() {
        Matcher matcher = SUSPECT.matcher(text);
        int copied = 0;
        while (matcher.find(copied)) {
            repaired.append(text, copied, matcher.start());
            copied = matcher.end();
            String found = matcher.group();
            Span span = new Span(matcher.start(), matcher.end());
            if (matcher.group("string") != null) {
                repaired.append(found);
            } else if (matcher.group("curly") != null) {
                add(QueryLintCode.CURLY_QUOTES, span, found);
                copied = quoted(matcher.start());
            } else if (matcher.group("entity") != null) {
                replace(QueryLintCode.ESCAPED_ENTITY, span, found, entity(found));
            } else if (matcher.group("word") != null) {
                replace(QueryLintCode.UPPER_CASE_OPERATOR, span, found, lowerCase(found));
            } else if (matcher.group("foreign") != null) {
                replace(QueryLintCode.FOREIGN_OPERATOR, span, found, FOREIGN.getOrDefault(found, found));
            } else {
                replace(QueryLintCode.INVISIBLE_CHARACTER, span, (int) found.charAt(0), " ");
            }
        }
        repaired.append(text, copied, text.length());
        return new Result(repaired.toString(), findings);
    }

    /** Straightens a quoted string up to its closing quote, curly or straight; returns where it ends. */
    private int quoted(int start) {
        boolean single = SINGLE_QUOTES.indexOf(text.charAt(start)) >= 0;
        String closing = single ? SINGLE_QUOTES + "'" : DOUBLE_QUOTES + "\"";
        char straight = single ? '\'' : '"';
        int end = start + 1;
        while (end < text.length() && closing.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        repaired.append(straight).append(text, start + 1, end).append(straight);
        return Math.min(text.length(), end + 1);
    }

    private void replace(QueryLintCode code, Span span, Object found, String replacement) {
        add(code, span, found);
        repaired.append(replacement);
    }

    private void add(QueryLintCode code, Span span, Object found) {
        if (findings.stream().noneMatch(finding -> finding.code() == code)) {
            findings.add(LintFinding.of(code, span, found));
        }
    }

    private static String lowerCase(String word) {
        return word.equalsIgnoreCase("or") ? "or" : "and";
    }

    private static String entity(String entity) {
        String name = entity.replace("&", "").replace("amp;", "");
        return switch (name) {
            case "lt;", "#60;" -> "<";
            case "gt;", "#62;" -> ">";
            case "quot;", "#34;" -> "\"";
            case "apos;", "#39;" -> "'";
            default -> " ";
        };
    }
}
