package dev.vigie.cli;

import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.text.CsvColumn;
import dev.vigie.formats.events.text.CsvDialect;
import dev.vigie.formats.events.text.EventCsv;
import dev.vigie.formats.events.text.EventEcs;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.EventJson;
import dev.vigie.formats.events.text.EventJsonLines;
import dev.vigie.formats.events.text.EventXml;
import dev.vigie.formats.events.text.RenderedJsonLines;
import dev.vigie.formats.events.text.RenderedXml;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.rendering.EventListing;
import dev.vigie.rendering.EventTimeline;
import dev.vigie.rendering.Style;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that writes events: in which form. */
final class OutputOptions {
    private static final String TABULATOR = "\\t";
    /** The forms that have words only when asked to. */
    private static final Set<OutputFormat> NAMELESS = Set.of(OutputFormat.XML, OutputFormat.JSON, OutputFormat.JSONL);

    @Option(names = {"-o", "--output"}, paramLabel = "xml|json|jsonl|ecs|csv|text|timeline",
            descriptionKey = "events.output")
    private String output = "";

    @Option(names = "--indent", descriptionKey = "events.indent")
    private boolean indent;

    @Mixin
    private MessageOptions words = new MessageOptions();

    @Option(names = "--rendered", descriptionKey = "events.rendered")
    private boolean rendered;

    @Option(names = "--columns", paramLabel = "COLUMN,...", descriptionKey = "events.columns")
    private String columns = "";

    @Option(names = "--excel", descriptionKey = "events.excel")
    private boolean excel;

    @Option(names = "--separator", paramLabel = "CHARACTER", descriptionKey = "events.separator")
    private String separator = "";

    /** The form the user asked for by name; empty when none. */
    Optional<OutputFormat> named() {
        return output.isEmpty() ? Optional.empty() : Optional.of(OutputFormat.of(output));
    }

    /**
     * A format while it is in use.
     *
     * @param format writes the events
     * @param words what it takes the words of events from
     */
    record OpenFormat(EventFormat format, Optional<MessageOptions.Words> words) implements Closeable {
        @Override
        public void close() throws IOException {
            if (words.isPresent()) {
                words.get().close();
            }
        }
    }

    /**
     * Opens the format of a form, as the other options want it.
     *
     * @param form the form
     * @param onTerminal whether it is written to a screen
     */
    OpenFormat open(OutputFormat form, Session session, boolean onTerminal) throws IOException {
        refuseUseless(form);
        if (NAMELESS.contains(form) && !isRendered()) {
            return new OpenFormat(format(form, EventMessages.NONE, session, onTerminal), Optional.empty());
        }
        MessageOptions.Words opened = words.open(session);
        try {
            return new OpenFormat(format(form, opened.events(), session, onTerminal), Optional.of(opened));
        } catch (Refusal refusal) {
            opened.close();
            throw refusal;
        }
    }

    /** Whoever names a catalogue wants its words. */
    private boolean isRendered() {
        return rendered || words.isNamed();
    }

    private EventFormat format(OutputFormat form, EventMessages messages, Session session, boolean onTerminal) {
        return switch (form) {
            case XML -> xml(messages);
            case JSON -> new EventJson(jsonLines(messages), indent);
            case JSONL -> jsonLines(messages);
            case ECS -> new EventEcs(messages, FileTime.of(session.terminal().clock().instant()));
            case CSV -> new EventCsv(csvColumns(), dialect(session), messages);
            case TEXT -> new EventListing(session.texts(), messages);
            case TIMELINE -> timeline(session, messages, onTerminal);
        };
    }

    /** An option that would do nothing is a misunderstanding better said than kept. */
    private void refuseUseless(OutputFormat form) {
        refuse(indent, "--indent", form, Set.of(OutputFormat.XML, OutputFormat.JSON));
        refuse(rendered, "--rendered", form, NAMELESS);
        Set<OutputFormat> csv = Set.of(OutputFormat.CSV);
        refuse(!columns.isEmpty(), "--columns", form, csv);
        refuse(excel, "--excel", form, csv);
        refuse(!separator.isEmpty(), "--separator", form, csv);
    }

    /** Refuses all options of forms, for what has none. */
    void refuseAll(String what) {
        refuse(indent, "--indent", what);
        refuse(isRendered(), "--rendered", what);
        refuse(!columns.isEmpty(), "--columns", what);
        refuse(excel, "--excel", what);
        refuse(!separator.isEmpty(), "--separator", what);
    }

    private static void refuse(boolean given, String option, String what) {
        if (given) {
            throw Refusal.usage("usage.useless-with-output", option, what);
        }
    }

    private static void refuse(boolean given, String option, OutputFormat form, Set<OutputFormat> meaningful) {
        refuse(given && !meaningful.contains(form), option, form.title());
    }

    private EventFormat xml(EventMessages messages) {
        EventXml xml = EventXml.document(indent ? EventXml.Style.INDENTED : EventXml.Style.COMPACT);
        return isRendered() ? new RenderedXml(xml, messages) : xml;
    }

    private EventFormat jsonLines(EventMessages messages) {
        return isRendered() ? new RenderedJsonLines(messages) : EventJsonLines.FORMAT;
    }

    private List<CsvColumn> csvColumns() {
        try {
            return columns.isEmpty() ? CsvColumn.defaults() : CsvColumn.parse(columns);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("usage.unknown-column", String.valueOf(e.getMessage()), CsvColumn.titles());
        }
    }

    private CsvDialect dialect(Session session) {
        char usual = excel ? SpreadsheetLocale.separator(session) : CsvDialect.PLAIN.separator();
        try {
            return new CsvDialect(separator.isEmpty() ? usual : character(), excel);
        } catch (IllegalArgumentException _) {
            throw Refusal.usage("usage.bad-value", separator, "--separator");
        }
    }

    private char character() {
        if (separator.equals(TABULATOR)) {
            return '\t';
        }
        if (separator.length() != 1) {
            throw new IllegalArgumentException(separator);
        }
        return separator.charAt(0);
    }

    private static EventFormat timeline(Session session, EventMessages messages, boolean onTerminal) {
        String width = session.terminal().environment().getOrDefault("COLUMNS", "");
        boolean known = onTerminal && width.matches("[1-9]\\d{0,3}");
        return new EventTimeline(session.texts(), messages,
                onTerminal && session.terminal().colour() ? Style.COLOUR : Style.PLAIN,
                known ? Integer.parseInt(width) : EventTimeline.UNCUT);
    }
}
