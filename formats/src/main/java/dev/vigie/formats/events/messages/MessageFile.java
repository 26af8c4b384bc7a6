package dev.vigie.formats.events.messages;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The texts of one file and of its satellites while a catalogue is made. */
final class MessageFile {
    /**
     * The texts of one language.
     *
     * @param version of the file they come from
     * @param source that file, as the user would find it
     * @param texts by message id, in the order of unsigned numbers
     */
    record Table(FileVersion version, String source, NavigableMap<Integer, String> texts) {
    }

    private final String key;
    private final NavigableMap<String, Table> tables = new TreeMap<>();

    MessageFile(String key) {
        this.key = key;
    }

    /** The path from the imported folder, in lower case, without the language of satellites. */
    String key() {
        return key;
    }

    /** By the name of the language; empty for texts of no language. */
    NavigableMap<String, Table> tables() {
        return tables;
    }

    /** An empty table. */
    static Table table(FileVersion version, String source) {
        return new Table(version, source, new TreeMap<>(Integer::compareUnsigned));
    }

    /** Adds texts; where both have one, the newer file's stays, and of equals the first. */
    void add(String culture, Table table) {
        Table present = tables.get(culture);
        if (present == null) {
            tables.put(culture, table);
        } else if (table.version().compareTo(present.version()) > 0) {
            present.texts().forEach(table.texts()::putIfAbsent);
            tables.put(culture, table);
        } else {
            table.texts().forEach(present.texts()::putIfAbsent);
        }
    }
}
