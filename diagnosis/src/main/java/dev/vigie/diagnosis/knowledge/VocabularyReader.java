package dev.vigie.diagnosis.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the vocabulary: one row an event, tab-separated, with a header. */
final class VocabularyReader {
    private static final String HEADER = "provider\tsource-name\tchannel\tid\tqualifiers\tlevel\tverified\tfields\tfrom";
    private static final int COLUMNS = 9;

    private VocabularyReader() {
    }

    static Vocabulary read(String file, String content, List<LintError> errors) {
        List<VocabularyEntry> entries = new ArrayList<>();
        Set<String> places = new HashSet<>();
        List<String> lines = content.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            errors.add(new LintError(file, 1, "the header is not: " + HEADER.replace('\t', ' ')));
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] columns = lines.get(i).split("\t", -1);
            Optional<VocabularyEntry> entry = entry(columns);
            if (entry.isEmpty()) {
                errors.add(new LintError(file, i + 1, "not a row of " + COLUMNS
                        + " columns with a provider, a channel, an id, letters of S M T X and a source"));
            } else if (!places.add(entry.get().key() + '\t' + entry.get().channel())) {
                errors.add(new LintError(file, i + 1, entry.get().key() + " stands twice"));
            } else {
                entries.add(entry.get());
            }
        }
        return new Vocabulary(entries);
    }

    private static Optional<VocabularyEntry> entry(String[] columns) {
        if (columns.length != COLUMNS || columns[0].isBlank() || columns[2].isBlank() || !columns[3].matches("\\d{1,5}")
                || !columns[6].matches("[SMTX]+") || columns[8].isBlank()) {
            return Optional.empty();
        }
        Optional<String> sourceName = Optional.of(columns[1]).filter(name -> !name.isBlank());
        return Optional.of(new VocabularyEntry(columns[0], sourceName, columns[2], Integer.parseInt(columns[3]),
                columns[5], columns[6], columns[7], columns[8]));
    }
}
