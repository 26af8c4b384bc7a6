package dev.vigie.formats.events.query;

import dev.vigie.formats.events.query.ParsedQuery.Span;
import java.util.Arrays;

/**
 * A text taken out of a document, with the place of each of its characters there.
 *
 * <p>The places allow a finding in a query to point into the XML around it, through entities and CDATA.
 */
final class SourceText {
    private final String text;
    private final int[] offsets;

    private SourceText(String text, int[] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    /** A whole text. */
    static SourceText of(String text) {
        int[] offsets = new int[text.length() + 1];
        Arrays.setAll(offsets, i -> i);
        return new SourceText(text, offsets);
    }

    /** This text from its first character that is neither blank nor a byte order mark. */
    SourceText withoutLeadingBlanks() {
        int from = 0;
        while (from < text.length() && (Lexer.isBlank(text.charAt(from)) || text.charAt(from) == '\uFEFF')) {
            from++;
        }
        return new SourceText(text.substring(from), Arrays.copyOfRange(offsets, from, offsets.length));
    }

    String text() {
        return text;
    }

    /** Where a character, or the end, stands in the document. */
    int offset(int index) {
        return offsets[Math.clamp(index, 0, text.length())];
    }

    /** A range of the document. */
    Span span(Span inner) {
        return new Span(offset(inner.start()), offset(inner.end()));
    }

    /**
     * The character data of a range of this text that is well-formed element content without elements: entities and
     * character references resolved, CDATA opened, comments and processing instructions left out (XML 1.0, 2.4-2.7).
     */
    SourceText content(int from, int to) {
        return new Decoder(from, to).decode();
    }

    private final class Decoder {
        private final StringBuilder decoded = new StringBuilder();
        private final int end;
        private int[] places;
        private int at;

        Decoder(int from, int to) {
            at = from;
            end = to;
            places = new int[to - from + 1];
        }

        SourceText decode() {
            while (at < end) {
                if (text.startsWith("<![CDATA[", at)) {
                    copyCdata();
                } else if (text.charAt(at) == '<') {
                    at = closing(text.startsWith("<!--", at) ? "-->" : "?>");
                } else if (text.charAt(at) == '&') {
                    reference();
                } else {
                    copy();
                }
            }
            places = Arrays.copyOf(places, decoded.length() + 1);
            places[decoded.length()] = offset(end);
            return new SourceText(decoded.toString(), places);
        }

        private int closing(String mark) {
            int found = text.indexOf(mark, at);
            return found < 0 ? end : Math.min(end, found + mark.length());
        }

        private void copyCdata() {
            int close = Math.min(end, closing("]]>"));
            at += "<![CDATA[".length();
            while (at < close - "]]>".length()) {
                copy();
            }
            at = close;
        }

        private void copy() {
            char c = text.charAt(at);
            if (c == '\r') {
                at += at + 1 < end && text.charAt(at + 1) == '\n' ? 1 : 0;
                c = '\n';
            }
            append(c, at);
            at++;
        }

        private void append(char c, int place) {
            if (decoded.length() + 1 < places.length) {
                places[decoded.length()] = offset(place);
                decoded.append(c);
            }
        }

        private void reference() {
            int start = at;
            int close = text.indexOf(';', at);
            at = close < 0 || close >= end ? end : close + 1;
            String name = text.substring(start + 1, Math.max(start + 1, at - 1));
            String value = switch (name) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "amp" -> "&";
                case "quot" -> "\"";
                case "apos" -> "'";
                default -> character(name);
            };
            value.chars().forEach(c -> append((char) c, start));
        }

        private static String character(String name) {
            try {
                return Character.toString(name.startsWith("#x")
                        ? Integer.parseInt(name, 2, name.length(), 16)
                        : Integer.parseInt(name, 1, name.length(), 10));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return "";
            }
        }
    }
}
