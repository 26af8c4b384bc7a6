package dev.vigie.formats.events.text;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that numbers of System fields have whoever writes them (Windows SDK, winmeta.xml), in English. */
public final class StandardNames {
    /** Bits 48 to 55 of the keywords; the bits above are the channel's own. */
    private static final Map<Long, String> KEYWORDS = Map.of(
            1L << 48, "Response Time",
            1L << 50, "WDI Diag",
            1L << 51, "SQM",
            1L << 52, "Audit Failure",
            1L << 53, "Audit Success",
            1L << 54, "Correlation Hint",
            1L << 55, "Classic");
    private static final List<String> LEVELS = List.of("Information", "Critical", "Error", "Warning", "Information",
            "Verbose");
    private static final List<String> OPCODES = List.of("Info", "Start", "Stop", "DCStart", "DCStop", "Extension",
            "Reply", "Resume", "Suspend", "Send");

    private StandardNames() {
    }

    /** The name of an event's level, when it is one of the six that all providers share. */
    public static Optional<String> level(EventCursor event) {
        return of(LEVELS, event.number(SystemField.LEVEL, EventCursor.ABSENT));
    }

    /** The name of an event's operation code, when it is one that all providers share. */
    public static Optional<String> opcode(EventCursor event) {
        return of(OPCODES, event.number(SystemField.OPCODE, EventCursor.ABSENT));
    }

    private static Optional<String> of(List<String> names, long number) {
        return number >= 0 && number < names.size() ? Optional.of(names.get((int) number)) : Optional.empty();
    }

    /** The names of an event's keywords that all providers share, from the lowest bit up. */
    public static List<String> keywords(EventCursor event) {
        List<String> names = new ArrayList<>();
        long rest = event.number(SystemField.KEYWORDS, 0);
        while (rest != 0) {
            long bit = Long.lowestOneBit(rest);
            String name = KEYWORDS.get(bit);
            if (name != null) {
                names.add(name);
            }
            rest &= ~bit;
        }
        return names;
    }
}
