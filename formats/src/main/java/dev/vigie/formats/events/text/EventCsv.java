package dev.vigie.formats.events.text;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.RenderingInfo;
import dev.vigie.formats.windows.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as an output format (RFC 4180): a row of titles, then an event a row, lines ending with CRLF.
 *
 * <p>Cells are the text forms of the values; what is lost is said in {@code docs/formats/events-csv.md}.
 */
public final class EventCsv implements EventFormat {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    /** {@code 2026-03-18T08:14:03}. */
    private static final int TO_THE_SECOND = 19;
    private final List<CsvColumn> columns;
    private final CsvDialect dialect;
    private final EventMessages messages;

    /**
     * A format.
     *
     * @param columns the columns, in order
     * @param dialect who is to read it
     * @param messages the words of the column {@code Message}
     */
    public EventCsv(List<CsvColumn> columns, CsvDialect dialect, EventMessages messages) {
        this.columns = List.copyOf(columns);
        this.dialect = dialect;
        this.messages = messages;
    }

    @Override
    public void start(Utf8Buffer out) {
        if (dialect.spreadsheet()) {
            out.append(BYTE_ORDER_MARK);
        }
        for (int i = 0; i < columns.size(); i++) {
            separate(i, out);
            dialect.append(columns.get(i).title(), out);
        }
        out.append(LINE_END);
    }

    @Override
    public void append(EventCursor event, Utf8Buffer out) {
        Row row = new Row(event);
        for (int i = 0; i < columns.size(); i++) {
            separate(i, out);
            String cell = row.cell(columns.get(i));
            if (cell != null) {
                dialect.append(cell, out);
            }
        }
        out.append(LINE_END);
    }

    private void separate(int column, Utf8Buffer out) {
        if (column > 0) {
            out.append(dialect.separator());
        }
    }

    /** The cells of one event. */
    private final class Row {
        private final EventCursor event;
        private @Nullable FlatPayload payload;

        Row(EventCursor event) {
            this.event = event;
        }

        @Nullable
        String cell(CsvColumn column) {
            return switch (column) {
                case CsvColumn.Field(SystemField field) when field == SystemField.TIME_CREATED -> time();
                case CsvColumn.Field(SystemField field) -> event.text(field);
                case CsvColumn.Datum(String name) -> datum(name);
                case CsvColumn.Other.LEVEL_NAME -> levelName();
                case CsvColumn.Other.MESSAGE -> messages.render(event).map(RenderingInfo::message).orElse(null);
                case CsvColumn.Other.DATA -> json(payload().values());
                case CsvColumn.Other.FILE -> event.place().source();
                case CsvColumn.Other.OFFSET -> offset();
                case CsvColumn.Other.RECOVERED -> recovered();
            };
        }

        private @Nullable String time() {
            FileTime time = event.timeCreated();
            if (time == null) {
                return event.text(SystemField.TIME_CREATED);
            }
            String text = time.toString();
            return dialect.spreadsheet() && text.indexOf('T') == "2026-03-18".length()
                    ? text.substring(0, TO_THE_SECOND).replace('T', ' ')
                    : text;
        }

        private @Nullable String levelName() {
            return StandardNames.level(event).orElse(null);
        }

        private @Nullable String offset() {
            long offset = event.place().offset();
            return offset == Place.NO_OFFSET ? null : Long.toString(offset);
        }

        private @Nullable String recovered() {
            Recovery recovery = event.recovery();
            return recovery == null ? null : recovery.key();
        }

        private @Nullable String datum(String name) {
            return Optional.ofNullable(payload().values().get(name)).map(values -> String.join("; ", values))
                    .orElse(null);
        }

        private FlatPayload payload() {
            if (payload == null) {
                payload = FlatPayload.of(event.toEvent());
            }
            return payload;
        }
    }

    private static @Nullable String json(Map<String, List<String>> values) {
        if (values.isEmpty()) {
            return null;
        }
        Utf8Buffer text = new Utf8Buffer();
        JsonWriter json = new JsonWriter(text);
        json.open('{');
        values.forEach((name, items) -> {
            json.name(name);
            if (items.size() == 1) {
                json.string(items.getFirst());
            } else {
                json.open('[');
                items.forEach(json::string);
                json.close(']');
            }
        });
        json.close('}');
        return text.toString();
    }
}
