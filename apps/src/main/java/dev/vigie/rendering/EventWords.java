package dev.vigie.rendering;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.RenderingInfo;
import dev.vigie.formats.windows.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the parts of one event are called: by its publisher when that is known, else by the names all publishers share. */
final class EventWords {
    private static final int FIRST_SHARED_KEYWORD = 48;
    private static final int LAST_SHARED_KEYWORD = 55;
    private final Texts texts;
    private final EventCursor event;
    private final Optional<RenderingInfo> given;

    EventWords(Texts texts, EventMessages messages, EventCursor event) {
        this.texts = texts;
        this.event = event;
        this.given = messages.render(event);
    }

    /** The message, when somebody has it. */
    Optional<String> message() {
        return given(RenderingInfo::message);
    }

    /** When the event was created, UTC; as it was written when that is no time. */
    @Nullable
    String time() {
        FileTime created = event.timeCreated();
        return created == null ? event.text(SystemField.TIME_CREATED) : created.toString();
    }

    /** The name of the level, its number when it has no name, or the empty string. */
    String level() {
        return given(RenderingInfo::level).orElseGet(() -> shared("event.level.", SystemField.LEVEL));
    }

    /** The name of the task, its number when it has no name, or the empty string. */
    String task() {
        return given(RenderingInfo::task).orElseGet(() -> shared("event.task.", SystemField.TASK));
    }

    /** The name of the operation code, its number when it has no name, or the empty string. */
    String opcode() {
        return given(RenderingInfo::opcode).orElseGet(() -> shared("event.opcode.", SystemField.OPCODE));
    }

    /** The names of the keywords. */
    List<String> keywords() {
        List<String> names = given.map(RenderingInfo::keywords).orElse(List.of());
        return names.isEmpty() ? sharedKeywords() : names;
    }

    private List<String> sharedKeywords() {
        long bits = event.number(SystemField.KEYWORDS, 0);
        List<String> names = new ArrayList<>();
        for (int bit = FIRST_SHARED_KEYWORD; bit <= LAST_SHARED_KEYWORD; bit++) {
            String name = (bits >>> bit & 1) == 0 ? null : texts.find("event.keyword." + bit);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private Optional<String> given(Function<RenderingInfo, @Nullable String> part) {
        return given.map(part);
    }

    private String shared(String key, SystemField field) {
        String number = event.text(field);
        if (number == null) {
            return "";
        }
        String name = texts.find(key + number);
        return name == null ? number : name;
    }
}
