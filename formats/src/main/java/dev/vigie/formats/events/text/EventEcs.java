package dev.vigie.formats.events.text;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.RenderingInfo;
import dev.vigie.formats.windows.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Elastic Common Schema as an output format: one JSON object a line, with the fields that Winlogbeat gives an event, so
 * that what reads its documents reads these.
 *
 * <p>Types, empty values and the tree are lost; names and other values are not. The form is described in {@code docs/formats/events-ecs.md}
 * and by the JSON Schema {@link #SCHEMA}.
 */
public final class EventEcs implements EventFormat {
    /** The resource of this package that holds the JSON Schema (2020-12) of a line. */
    public static final String SCHEMA = "events-ecs.schema.json";
    private static final String ECS_VERSION = "8.11.0";
    /** What no field of these widths holds. */
    private static final long NO_NUMBER = Long.MIN_VALUE;
    private static final long AUDIT_FAILURE = 1L << 52;
    private static final long AUDIT_SUCCESS = 1L << 53;
    private final EventMessages messages;
    private final FileTime read;

    /**
     * A format.
     *
     * @param messages the words of the message and the action, and the names that providers give numbers
     * @param read when the events are read, which is {@code event.created}
     */
    public EventEcs(EventMessages messages, FileTime read) {
        this.messages = messages;
        this.read = read;
    }

    @Override
    public void append(EventCursor cursor, Utf8Buffer out) {
        Event event = cursor.toEvent();
        new Document(event, messages.render(cursor).orElse(null), new JsonWriter(out)).write();
        out.append('\n');
    }

    /** The document of one event. */
    private final class Document {
        private final Event event;
        private final @Nullable RenderingInfo words;
        private final JsonWriter json;

        Document(Event event, @Nullable RenderingInfo words, JsonWriter json) {
            this.event = event;
            this.words = words;
            this.json = json;
        }

        void write() {
            FileTime created = event.timeCreated();
            json.open('{');
            text("@timestamp", (created == null ? read : created).toString());
            object("ecs", () -> text("version", ECS_VERSION));
            object("event", this::writeEvent);
            if (!event.computer().isEmpty()) {
                object("host", () -> text("name", event.computer()));
            }
            Recovery recovery = event.recovery();
            if (recovery != null) {
                object("labels", () -> text("recovered", recovery.key()));
            }
            object("log", this::writeLog);
            text("message", words == null ? null : unixLines(words.message()));
            object("winlog", this::writeWinlog);
            json.close('}');
        }

        private void writeEvent() {
            text("action", words == null ? null : words.task());
            text("code", event.text(SystemField.EVENT_ID));
            text("created", read.toString());
            text("kind", "event");
            text("outcome", outcome());
            text("provider", event.provider());
            number("severity", SystemField.LEVEL);
        }

        private @Nullable String outcome() {
            long keywords = event.number(SystemField.KEYWORDS, 0);
            if ((keywords & AUDIT_FAILURE) != 0) {
                return "failure";
            }
            return (keywords & AUDIT_SUCCESS) != 0 ? "success" : null;
        }

        private void writeLog() {
            object("file", () -> text("path", event.place().source()));
            text("level", StandardNames.level(event).or(() -> word(RenderingInfo::level))
                    .map(name -> name.toLowerCase(Locale.ROOT)).orElse(null));
        }

        private void writeWinlog() {
            text("activity_id", event.text(SystemField.ACTIVITY_ID));
            text("api", "wineventlog");
            text("channel", event.channel());
            text("computer_name", event.computer());
            FlatPayload payload = FlatPayload.of(event);
            if (!payload.isUserData()) {
                writePayload("event_data", payload);
            }
            text("event_id", event.text(SystemField.EVENT_ID));
            writeKeywords();
            number("kernel_time", SystemField.KERNEL_TIME);
            text("opcode", StandardNames.opcode(event).or(() -> word(RenderingInfo::opcode))
                    .orElse(event.text(SystemField.OPCODE)));
            writeProcess();
            number("processor_id", SystemField.PROCESSOR_ID);
            number("processor_time", SystemField.PROCESSOR_TIME);
            text("provider_guid", event.text(SystemField.PROVIDER_GUID));
            text("provider_name", event.provider());
            number("record_id", SystemField.EVENT_RECORD_ID);
            text("related_activity_id", event.text(SystemField.RELATED_ACTIVITY_ID));
            number("session_id", SystemField.SESSION_ID);
            text("task", task());
            FileTime created = event.timeCreated();
            text("time_created", created == null ? event.text(SystemField.TIME_CREATED) : created.toString());
            String user = event.text(SystemField.USER_ID);
            if (user != null) {
                object("user", () -> text("identifier", user));
            }
            if (payload.isUserData()) {
                writePayload("user_data", payload);
            }
            number("user_time", SystemField.USER_TIME);
            number("version", SystemField.VERSION);
        }

        private @Nullable String task() {
            String number = event.text(SystemField.TASK);
            return word(RenderingInfo::task).orElse("0".equals(number) ? "None" : number);
        }

        private void writeKeywords() {
            List<String> given = words == null ? List.of() : words.keywords();
            List<String> names = given.isEmpty() ? StandardNames.keywords(event) : given;
            if (!names.isEmpty()) {
                json.name("keywords");
                writeArray(names);
            }
        }

        private void writeProcess() {
            boolean hasThread = event.system(SystemField.THREAD_ID) != null;
            if (hasThread || event.system(SystemField.PROCESS_ID) != null) {
                object("process", () -> {
                    number("pid", SystemField.PROCESS_ID);
                    if (hasThread) {
                        object("thread", () -> number("id", SystemField.THREAD_ID));
                    }
                });
            }
        }

        /** Values that are empty are left out, as Winlogbeat does; values of one name are one array. */
        private void writePayload(String member, FlatPayload payload) {
            if (payload.wrapper().isEmpty() && payload.values().values().stream().allMatch(Document::isEmpty)) {
                return;
            }
            object(member, () -> {
                for (Map.Entry<String, List<String>> entry : payload.values().entrySet()) {
                    List<String> present = entry.getValue().stream().filter(text -> !text.isEmpty()).toList();
                    if (!present.isEmpty()) {
                        json.name(entry.getKey());
                        writeTexts(present);
                    }
                }
                if (!payload.values().containsKey("xml_name")) {
                    text("xml_name", payload.wrapper());
                }
            });
        }

        private static boolean isEmpty(List<String> values) {
            return values.stream().allMatch(String::isEmpty);
        }

        private void writeTexts(List<String> texts) {
            if (texts.size() == 1) {
                json.string(texts.getFirst());
            } else {
                writeArray(texts);
            }
        }

        private void writeArray(List<String> texts) {
            json.open('[');
            texts.forEach(text -> json.string(WellFormedText.of(text)));
            json.close(']');
        }

        private Optional<String> word(Function<RenderingInfo, @Nullable String> part) {
            return Optional.ofNullable(words).map(part);
        }

        private void object(String name, Runnable members) {
            json.name(name);
            json.open('{');
            members.run();
            json.close('}');
        }

        private void text(String name, @Nullable String text) {
            if (text != null && !text.isEmpty()) {
                json.name(name);
                json.string(WellFormedText.of(text));
            }
        }

        /** A number also when it was written as text; text that is none is left out, since the field has a type. */
        private void number(String name, SystemField field) {
            long bits = event.number(field, NO_NUMBER);
            if (bits != NO_NUMBER) {
                json.name(name);
                json.value(new Value.Int(ValueType.UINT64, bits));
            }
        }
    }

    private static @Nullable String unixLines(@Nullable String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }
}
