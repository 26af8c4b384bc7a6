package dev.vigie.cli;

import dev.vigie.formats.events.query.QueryContext;
import dev.vigie.formats.windows.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How users write times ({@code 2026-03-18T08:00:00Z}, {@code 2026-03-18}) and spans ({@code 24h}, {@code 7d}). */
final class Times {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})\\s*([smhdw])");

    private Times() {
    }

    /** A span such as {@code 24h}; empty when the text is none. */
    static Optional<Duration> span(String text) {
        Matcher matcher = SPAN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        });
    }

    /** What a query needs to know of the moment it is asked: the time given, or now when none is. */
    static QueryContext context(String now, Session session) {
        return QueryContext.of(FileTime.of(now.isEmpty() ? session.terminal().clock().instant() : time(now)));
    }

    /** A point in time; without a zone UTC is meant, as in the logs. */
    static Instant time(String text) {
        String written = text.strip().replace(' ', 'T');
        try {
            if (written.length() == "2026-03-18".length()) {
                return LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return written.endsWith("Z") || written.matches(".*[+-]\\d\\d:\\d\\d")
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Refusal.usage("error.bad-time", text);
        }
    }
}
