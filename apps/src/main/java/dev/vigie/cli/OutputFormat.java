package dev.vigie.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways to write events, with the endings of file names that mean them. */
enum OutputFormat {
    /** Windows event XML. */
    XML("xml"),
    /** One lossless JSON array. */
    JSON("json"),
    /** A lossless JSON object a line. */
    JSONL("jsonl", "ndjson"),
    /** An Elastic Common Schema object a line. */
    ECS,
    /** Comma-separated values. */
    CSV("csv"),
    /** As {@code wevtutil /f:text}. */
    TEXT("txt"),
    /** One line an event. */
    TIMELINE;

    /** A list that nobody can change, which its type does not tell. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> endings;

    OutputFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** What a user calls it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format a user asked for.
     *
     * @throws Refusal when there is none of that name
     */
    static OutputFormat of(String title) {
        return Arrays.stream(values()).filter(format -> format.title().equals(title.toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> Refusal.usage("error.unknown-format", title, titles()));
    }

    /** The format that the name of a file ends with, if it does. */
    static Optional<OutputFormat> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.endings.contains(ending)).findFirst();
    }

    private static String titles() {
        return Arrays.stream(values()).map(OutputFormat::title).collect(Collectors.joining(", "));
    }
}
