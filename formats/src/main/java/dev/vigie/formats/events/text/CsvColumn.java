package dev.vigie.formats.events.text;

import dev.vigie.formats.events.SystemField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of {@link EventCsv}. */
public sealed interface CsvColumn {
    /** What the first row says, and what a user asks for it by. */
    String title();

    /**
     * A field of the System element.
     *
     * @param field which
     */
    record Field(SystemField field) implements CsvColumn {
        private static final Map<SystemField, String> TITLES = new EnumMap<>(Map.of(
                SystemField.PROVIDER_NAME, "Provider",
                SystemField.PROVIDER_GUID, "ProviderGuid",
                SystemField.TIME_CREATED, "TimeCreated"));

        @Override
        public String title() {
            String attribute = field.attribute();
            return TITLES.getOrDefault(field, attribute == null ? field.element() : attribute);
        }
    }

    /**
     * The values of one name in the payload; several are joined with a semicolon and a blank.
     *
     * @param name the name, as in {@code Data.TargetUserName}
     */
    record Datum(String name) implements CsvColumn {
        private static final String PREFIX = "Data.";

        @Override
        public String title() {
            return PREFIX + name;
        }
    }

    /** What is neither a field nor a value. */
    enum Other implements CsvColumn {
        /** The name of the level, such as {@code Error}, when it has one. */
        LEVEL_NAME("LevelName"),
        /** The message, when somebody has words for the event. */
        MESSAGE("Message"),
        /** The payload as a JSON object of its names and values. */
        DATA("Data"),
        /** The file the event was read from. */
        FILE("File"),
        /** Where the event begins in that file, in bytes. */
        OFFSET("Offset"),
        /** How the event was recovered, such as {@code slack own}; empty for one that was simply read. */
        RECOVERED("Recovered");

        private final String title;

        Other(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The columns when none are asked for. */
    static List<CsvColumn> defaults() {
        return parse("TimeCreated,Level,LevelName,Channel,Computer,Provider,EventID,Qualifiers,Version,Task,Opcode,"
                + "Keywords,EventRecordID,ProviderGuid,ActivityID,RelatedActivityID,ProcessID,ThreadID,UserID,Message,"
                + "Data,File,Recovered");
    }

    /**
     * The columns of a list of titles, separated by commas; capitals do not count but in names of data.
     *
     * @throws IllegalArgumentException when a title is none; its message is the title
     */
    static List<CsvColumn> parse(String titles) {
        return Arrays.stream(titles.split(",")).map(String::strip).map(CsvColumn::of).toList();
    }

    /** Every title but those of data, for help. */
    static String titles() {
        return fixed().stream().map(CsvColumn::title).collect(Collectors.joining(", "));
    }

    private static CsvColumn of(String title) {
        if (title.length() > Datum.PREFIX.length()
                && title.regionMatches(true, 0, Datum.PREFIX, 0, Datum.PREFIX.length())) {
            return new Datum(title.substring(Datum.PREFIX.length()));
        }
        String wanted = title.toLowerCase(Locale.ROOT);
        Optional<CsvColumn> found = fixed().stream()
                .filter(column -> column.title().toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException(title));
    }

    private static List<CsvColumn> fixed() {
        List<CsvColumn> columns = new ArrayList<>();
        for (SystemField field : SystemField.values()) {
            columns.add(new Field(field));
        }
        columns.addAll(List.of(Other.values()));
        return columns;
    }
}
