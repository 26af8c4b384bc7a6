package dev.vigie.formats.events.messages;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads {@code providers.tsv}, for who has no registry: a line for each provider with its name, message files,
 * parameter files and category files, separated by tabs; several files by semicolons.
 */
final class ProviderMap {
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern LIST = Pattern.compile(";");

    private ProviderMap() {
    }

    static void read(InputStream in, String source, CatalogueBuilder catalogue, Consumer<Problem> problems)
            throws IOException {
        BoundedLines lines = new BoundedLines(in);
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = TAB.split(line, -1);
            if (columns.length < 2 || columns.length > 4 || columns[0].isBlank()) {
                problems.accept(Problem.of(MessagesProblem.BAD_MAP_LINE, Place.of(source), lines.number()));
                continue;
            }
            ProviderEntry entry = new ProviderEntry();
            entry.name = columns[0].strip();
            entry.messageFiles.addAll(files(columns, 1));
            entry.parameterFiles.addAll(files(columns, 2));
            entry.categoryFiles.addAll(files(columns, 3));
            catalogue.add(entry);
        }
    }

    private static List<String> files(String[] columns, int column) {
        return column >= columns.length
                ? List.of()
                : Arrays.stream(LIST.split(columns[column].toLowerCase(Locale.ROOT), -1)).map(String::strip)
                        .filter(file -> !file.isEmpty()).toList();
    }
}
