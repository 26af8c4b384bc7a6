package dev.vigie.lab;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How times and spans are written in lab files. */
final class LabTime {
    private static final Pattern SPAN = Pattern
            .compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");

    private LabTime() {
    }

    /** A time: ISO 8601, or a span before now such as {@code -2d4h}. */
    static Instant time(LabNode node, Instant now) {
        String text = node.text();
        if (text.startsWith("-")) {
            return now.minus(span(node, text.substring(1)));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw node.wrong("not a time such as 2026-03-18T12:00:00Z or -26m: " + text);
        }
    }

    /** A span such as {@code 30s} or {@code 2d4h}. */
    static Duration span(LabNode node) {
        return span(node, node.text());
    }

    private static Duration span(LabNode node, String text) {
        Matcher matcher = SPAN.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw node.wrong("not a span such as 30s, 26m or 2d4h: " + text);
        }
        long[] unitSeconds = {86_400, 3_600, 60, 1};
        long seconds = 0;
        for (int i = 0; i < unitSeconds.length; i++) {
            String number = matcher.group(i + 1);
            seconds += number == null ? 0 : Long.parseLong(number) * unitSeconds[i];
        }
        return Duration.ofSeconds(seconds);
    }
}
