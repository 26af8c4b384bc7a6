package dev.vigie.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of a command line as they were meant: web pages and word processors print dashes, quotes and blanks that no
 * command knows.
 *
 * @param words the words with dashes, quotes and blanks as they are typed
 * @param isChanged whether there was anything to put right
 */
record PastedText(List<String> words, boolean isChanged) {
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\u00AB\u00BB";
    private static final String SINGLE_QUOTES = "\u2018\u2019\u201A\u201B";
    private static final char NO_BREAK_SPACE = '\u00A0';

    /** Copies the list. */
    PastedText {
        words = List.copyOf(words);
    }

    static PastedText of(List<String> typed) {
        List<String> joined = joined(typed);
        List<String> words = joined.stream().map(PastedText::plain).toList();
        return new PastedText(words, !words.equals(typed));
    }

    /** No shell takes a typographic quote for one, so that what stands between them came as several words. */
    private static List<String> joined(List<String> typed) {
        List<String> words = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String word : typed) {
            open.append(open.isEmpty() ? "" : " ").append(word);
            if (open.chars().filter(c -> DOUBLE_QUOTES.indexOf(c) >= 0).count() % 2 == 0) {
                words.add(open.toString());
                open.setLength(0);
            }
        }
        return open.isEmpty() ? words : typed;
    }

    /** A typographic quote beside typed ones of its kind is part of a value. */
    private static String plain(String word) {
        boolean doubles = word.indexOf('"') < 0;
        boolean singles = word.indexOf('\'') < 0;
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i == 0 && DASHES.indexOf(c) >= 0) {
                plain.append('-');
            } else if (doubles && DOUBLE_QUOTES.indexOf(c) >= 0) {
                plain.append('"');
            } else if (singles && SINGLE_QUOTES.indexOf(c) >= 0) {
                plain.append('\'');
            } else {
                plain.append(c == NO_BREAK_SPACE ? ' ' : c);
            }
        }
        return plain.toString();
    }
}
