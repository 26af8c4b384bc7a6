package dev.vigie.diagnosis.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The knowledge as people write it: a folder of YAML files, read and checked.
 *
 * @param knowledge what could be read
 * @param texts the texts by language and key
 * @param errors every mistake, in the order of files and lines; empty when the knowledge is fit for use
 */
public record KnowledgeSources(Knowledge knowledge, SortedMap<String, SortedMap<String, String>> texts,
        List<LintError> errors) {
    /** The languages in which every text is written. */
    public static final List<String> LANGUAGES = List.of("en", "fr");
    private static final String VOCABULARY = "vocabulary/events.tsv";
    private static final String CLAIMS = "claims.yaml";

    /** Copies the collections. */
    public KnowledgeSources {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        errors = errors.stream().sorted().distinct().toList();
    }

    /**
     * Reads a folder.
     *
     * @throws IOException when a file cannot be read; what is wrong in it is in {@link #errors} instead
     */
    public static KnowledgeSources read(Path folder) throws IOException {
        return new Loader(folder).load();
    }

    private static final class Loader {
        private final Path folder;
        private final List<LintError> errors = new ArrayList<>();
        private final SortedMap<String, SortedMap<String, String>> texts = new TreeMap<>();

        Loader(Path folder) {
            this.folder = folder;
        }

        KnowledgeSources load() throws IOException {
            Vocabulary vocabulary = VocabularyReader.read(VOCABULARY, content(VOCABULARY), errors);
            List<TopicReader.TopicFile> files = topics();
            files.forEach(file -> TopicChecker.check(file, vocabulary));
            TopicChecker.checkShared(files);
            Map<String, Topic> topics = distinct(files);
            Map<String, Claim> claims = claims(vocabulary);
            for (Topic topic : topics.values()) {
                String name = fileName(topic);
                texts(name, topic.id() + "/", _ -> TextsChecker.keys(topic));
            }
            texts("vocabulary", "", _ -> TextsChecker.keys(vocabulary));
            if (!claims.isEmpty()) {
                texts("claims", "", file -> TextsChecker.keys(claims, file));
            }
            surplusFiles(topics.values().stream().map(Loader::fileName).toList());
            return new KnowledgeSources(new Knowledge(topics, vocabulary, claims), texts, errors);
        }

        private List<TopicReader.TopicFile> topics() throws IOException {
            List<TopicReader.TopicFile> files = new ArrayList<>();
            for (String file : yamlFiles("topics")) {
                YamlNode.read(file, content(file), errors).map(TopicReader::read).ifPresent(topic -> {
                    if (!file.equals("topics/" + fileName(topic.topic()) + ".yaml")) {
                        topic.error("topic", "topic '" + topic.topic().id() + "' belongs in " + fileName(topic.topic())
                                + ".yaml");
                    }
                    files.add(topic);
                });
            }
            return files;
        }

        private static String fileName(Topic topic) {
            return topic.id().replace('.', '-');
        }

        private static Map<String, Topic> distinct(List<TopicReader.TopicFile> files) {
            Map<String, Topic> topics = new LinkedHashMap<>();
            Map<String, String> names = new HashMap<>();
            for (TopicReader.TopicFile file : files) {
                if (topics.putIfAbsent(file.topic().id(), file.topic()) != null) {
                    file.error("topic", "topic '" + file.topic().id() + "' stands in two files");
                }
                for (Cause cause : file.topic().causes().values()) {
                    name(file, cause, cause.id(), names);
                    cause.aliases().forEach(alias -> name(file, cause, alias, names));
                }
            }
            return topics;
        }

        private static void name(TopicReader.TopicFile file, Cause cause, String name, Map<String, String> names) {
            String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), cause.id());
            if (other != null) {
                file.error("causes/" + cause.id(), "'" + name + "' already names " + other);
            }
        }

        private Map<String, Claim> claims(Vocabulary vocabulary) throws IOException {
            if (!Files.exists(folder.resolve(CLAIMS))) {
                return Map.of();
            }
            return YamlNode.read(CLAIMS, content(CLAIMS), errors).map(root -> ClaimsReader.read(root, vocabulary))
                    .orElse(Map.of());
        }

        private interface KeysOf {
            TextsChecker.Keys of(TextFile file);
        }

        private void texts(String name, String prefix, KeysOf keys) throws IOException {
            List<TextFile> languages = new ArrayList<>();
            for (String language : LANGUAGES) {
                String path = "texts/" + language + "/" + name + ".yaml";
                if (!Files.exists(folder.resolve(path))) {
                    errors.add(new LintError(path, 1, "the file is missing"));
                    continue;
                }
                Optional<TextFile> file = YamlNode.read(path, content(path), errors).map(TextFile::of);
                file.ifPresent(read -> {
                    TextsChecker.check(read, language, keys.of(read));
                    SortedMap<String, String> known = texts.computeIfAbsent(language, _ -> new TreeMap<>());
                    read.texts().forEach((key, node) -> known.put(prefix + key, node.text().strip()));
                    languages.add(read);
                });
            }
            if (languages.size() == LANGUAGES.size()) {
                TextsChecker.compare(languages.getFirst(), languages.getLast());
                TextsChecker.compare(languages.getLast(), languages.getFirst());
            }
        }

        private void surplusFiles(List<String> names) throws IOException {
            for (String language : LANGUAGES) {
                for (String file : yamlFiles("texts/" + language)) {
                    String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
                    if (!names.contains(name) && !name.equals("vocabulary") && !name.equals("claims")) {
                        errors.add(new LintError(file, 1, "there is no topic of that name"));
                    }
                }
            }
        }

        private List<String> yamlFiles(String directory) throws IOException {
            if (!Files.isDirectory(folder.resolve(directory))) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder.resolve(directory))) {
                return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted()
                        .map(name -> directory + "/" + name).toList();
            }
        }

        private String content(String file) throws IOException {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        }
    }
}
