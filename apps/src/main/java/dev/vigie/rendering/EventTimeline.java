package dev.vigie.rendering;

import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Events one a line: time (UTC), level, computer, channel, provider, event id, record id, and the message or the values.
 * Columns are separated by two blanks.
 */
public final class EventTimeline implements EventFormat {
    /** A width that cuts nothing. */
    public static final int UNCUT = Integer.MAX_VALUE;
    private static final String GAP = "  ";
    private static final String NONE = "-";
    private static final String ELLIPSIS = "…";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LEVELS = 6;
    private final Texts texts;
    private final EventMessages messages;
    private final Style style;
    private final int width;
    private final int levelWidth;

    /**
     * A timeline.
     *
     * @param texts the language of the levels
     * @param messages the words of the events
     * @param style whether the level is coloured
     * @param width how many columns a line may take, or {@link #UNCUT}
     */
    public EventTimeline(Texts texts, EventMessages messages, Style style, int width) {
        this.texts = texts;
        this.messages = messages;
        this.style = style;
        this.width = width;
        int widest = 0;
        for (int level = 0; level < LEVELS; level++) {
            widest = Math.max(widest, texts.get("event.level." + level).length());
        }
        this.levelWidth = widest;
    }

    @Override
    public void append(EventCursor event, Utf8Buffer out) {
        EventWords words = new EventWords(texts, messages, event);
        String time = Printable.of(orNone(words.time())) + GAP;
        String level = Printable.of(orNone(words.level()));
        StringBuilder line = new StringBuilder(time).append(level)
                .repeat(' ', Math.max(0, levelWidth - level.length()));
        add(event.computer(), line);
        add(event.channel(), line);
        add(event.provider(), line);
        add(event.text(SystemField.EVENT_ID), line);
        add("#" + Long.toUnsignedString(event.recordId()), line);
        Recovery recovery = event.recovery();
        if (recovery != null) {
            add(texts.get("event.recovered", recovery.key()), line);
        }
        add(BLANKS.matcher(words.message().orElseGet(() -> values(event))).replaceAll(" ").strip(), line);
        out.append(coloured(cut(line), time.length(), level, event)).append('\n');
    }

    private static void add(@Nullable String cell, StringBuilder line) {
        line.append(GAP).append(Printable.of(orNone(cell)));
    }

    private static String orNone(@Nullable String cell) {
        return cell == null || cell.isEmpty() ? NONE : cell;
    }

    private static String values(EventCursor event) {
        StringJoiner values = new StringJoiner(" ");
        for (Datum datum : event.toEvent().data()) {
            String text = datum.value().text();
            String shown = text.isEmpty() || text.indexOf(' ') >= 0 ? '"' + text + '"' : text;
            values.add(datum.name().isEmpty() ? shown : datum.name() + "=" + shown);
        }
        return values.toString();
    }

    private String cut(StringBuilder line) {
        int columns = 0;
        int next;
        for (int at = 0; at < line.length(); at = next) {
            int point = line.codePointAt(at);
            next = at + Character.charCount(point);
            int taken = columns(point);
            boolean isLast = next == line.length();
            if (columns + taken > (isLast ? width : width - 1)) {
                return line.substring(0, at) + ELLIPSIS;
            }
            columns += taken;
        }
        return line.toString();
    }

    /** How many columns of a terminal a character takes: the East Asian ones take two. */
    private static int columns(int point) {
        if (point < 0x1100) {
            return Character.getType(point) == Character.NON_SPACING_MARK ? 0 : 1;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO -> 2;
            default -> 1;
        };
    }

    private String coloured(String line, int levelAt, String level, EventCursor event) {
        int end = levelAt + level.length();
        if (style == Style.PLAIN || line.length() < end) {
            return line;
        }
        String shown = switch ((int) event.number(SystemField.LEVEL, EventCursor.ABSENT)) {
            case 1, 2 -> style.bad(level);
            case 3 -> style.unsure(level);
            case 5 -> style.dim(level);
            default -> level;
        };
        return line.substring(0, levelAt) + shown + line.substring(end);
    }
}
