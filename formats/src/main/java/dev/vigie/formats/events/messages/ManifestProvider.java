package dev.vigie.formats.events.messages;

import dev.vigie.formats.windows.Guid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's manifest says of its events. Texts are named by message ids of the provider's own message file.
 *
 * @param guid identifies the provider; null for one that is known by name only
 * @param name empty when the manifest does not hold it
 * @param message the id of the display name, or {@link #NO_MESSAGE}
 * @param channels by the channel's path
 * @param levels by number
 * @param tasks by number
 * @param opcodes by {@link #opcode}
 * @param keywords by bit
 * @param maps what numbers among the values mean
 * @param templates the layouts of values
 * @param events the events
 */
record ManifestProvider(@Nullable Guid guid, String name, int message, List<Word> channels, List<Word> levels,
        List<Word> tasks, List<Word> opcodes, List<Word> keywords, List<ValueMap> maps, List<Template> templates,
        List<EventText> events) {
    /** Instead of a message id: there is no text. */
    static final int NO_MESSAGE = -1;
    /** Instead of an index: none. */
    static final int NONE = -1;

    ManifestProvider {
        channels = List.copyOf(channels);
        levels = List.copyOf(levels);
        tasks = List.copyOf(tasks);
        opcodes = List.copyOf(opcodes);
        keywords = List.copyOf(keywords);
        maps = List.copyOf(maps);
        templates = List.copyOf(templates);
        events = List.copyOf(events);
    }

    /** A provider of which nothing but its name or GUID is known. */
    static ManifestProvider bare(@Nullable Guid guid, String name) {
        return new ManifestProvider(guid, name, NO_MESSAGE, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of());
    }

    /** The value of an opcode's {@link Word}: it may belong to one task only. */
    static long opcode(int opcode, int task) {
        return (long) opcode << 16 | task & 0xFFFF;
    }

    /**
     * The name of a value.
     *
     * @param value the value
     * @param message the id of the text that is shown, or {@link #NO_MESSAGE}
     * @param symbol the name in the manifest, such as {@code win:Error}
     */
    record Word(long value, int message, String symbol) {
    }

    /**
     * Names of the numbers that a value may have.
     *
     * @param name the map's own
     * @param bits whether the entries are bits, of which several may be set
     * @param entries the numbers and the ids of their texts
     */
    record ValueMap(String name, boolean bits, List<Word> entries) {
        ValueMap {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The values of an event.
     *
     * @param items the values, in the order of the inserts {@code %1}, {@code %2} ...
     * @param leaves the elements that hold values, in the order of the event's XML
     */
    record Template(List<Item> items, List<Leaf> leaves) {
        Template {
            items = List.copyOf(items);
            leaves = List.copyOf(leaves);
        }
    }

    /**
     * A value.
     *
     * @param name its name
     * @param outType how it is shown; the number of an {@code outType} of the manifest schema
     * @param map the index of its map, or {@link #NONE}
     */
    record Item(String name, int outType, int map) {
    }

    /**
     * An element that holds a value.
     *
     * @param name the {@code Name} of a {@code Data} element, else the element's own
     * @param item the index of the value, or {@link #NONE} for literal text
     */
    record Leaf(String name, int item) {
    }

    /**
     * An event.
     *
     * @param id the event id
     * @param version the version of its layout
     * @param message the id of its text, or {@link #NO_MESSAGE}
     * @param template the index of its template, or {@link #NONE}
     */
    record EventText(int id, int version, int message, int template) {
    }
}
