package dev.vigie.diagnosis.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.diagnosis.Example;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeSourcesTest {
    private static final String TOPIC = "topics/rdp-example.yaml";
    @TempDir
    private Path folder;

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(Example.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(Example.folder().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private List<LintError> errorsWith(String file, String text, String replacement) throws IOException {
        copy();
        String content = Files.readString(folder.resolve(file));
        assertThat(content).contains(text);
        Files.writeString(folder.resolve(file), content.replace(text, replacement));
        return KnowledgeSources.read(folder).errors();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    topic: rdp.example          | topic: rdp.other           | belongs in rdp-other
                    schema: 1                   | schema: 2                  | schema 1 is read here
                    symptom: failing            | symptom: missing           | unknown signal 'missing'
                    ask-first: rdp.key-file     | ask-first: rdp.nothing     | unknown fact 'rdp.nothing'
                    prior: uncommon             | prior: seldom              | 'seldom' is none of common
                    fix: rebind                 | fix: remove                | unknown fix 'remove'
                    sources: [DOC]              | sources: [BOOK]            | unknown source 'BOOK'
                    tls12-on: strong            | tls13-on: strong           | unknown signal 'tls13-on'
                    ids: [36870, 36871]         | ids: [36870, 36999]        | 36999 in System is not in the vocabulary
                    fact rdp.probe is tls-dies  | fact rdp.probe is broken   | has no outcome 'broken'
                    last rcm is [id = 1056]     | last rcm is [id = 1000]    | has no id 1000
                    last rcm is [id = 1056]     | last rcm is id = 1056      | at character 13: expected '['
                    exists schannel"            | signal failing"            | refers to itself
                    cost: 1                     | cost: 9                    | the cost of a fact is 1 to 5
                    aliases: [example-key]      | aliases: [rdp.example.key-broken] | already names
                    key-unusable: moderate, tls-dies: weak}  | tls-dies: weak, access-denied: strong} | for and against
                    for: {bound-stale: decisive, key-unusable: moderate, tls-dies: weak} | for: {bound-stale: weak} | could never have a word
                    risk: low                   | risk: low, colour: red     | unknown key 'colour'
                    reaches: policy             | reaches: nowhere           | 'nowhere' is none of machine
                    noise:                      | signals:                   | duplicate key 'signals'
                    """)
    void topic_mistake_isReported(String text, String replacement, String reason) throws IOException {
        assertThat(errorsWith(TOPIC, text, replacement)).anySatisfy(error -> {
            assertThat(error.file()).isEqualTo(TOPIC);
            assertThat(error.line()).isPositive();
            assertThat(error.reason()).contains(reason);
        });
    }

    @Test
    void topic_unusedSignal_isReportedAtItsLine() throws IOException {
        List<LintError> errors = errorsWith(TOPIC, "cleared-by: [replaced-since]", "cleared-by: []");

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.reason()).isEqualTo("'replaced-since' is never used");
            assertThat(Files.readAllLines(folder.resolve(TOPIC)).get(error.line() - 1)).contains("replaced-since:");
        });
    }

    @Test
    void vocabulary_eventFromMemory_cannotBeDecisive() throws IOException {
        copy();
        Path vocabulary = folder.resolve("vocabulary/events.tsv");
        Files.writeString(vocabulary, Files.readString(vocabulary).replaceAll("(\t1058\t.*)\tMT\t", "$1\tX\t"));
        Path topic = folder.resolve(TOPIC);
        Files.writeString(topic,
                Files.readString(topic).replace("for: {access-denied: strong", "for: {access-denied: decisive"));

        assertThat(KnowledgeSources.read(folder).errors()).extracting(LintError::reason)
                .containsExactly(
                        "signal 'access-denied' rests on an event known from memory only and cannot be decisive");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    noise:                             | nose:                              | surplus text 'nose/schannel-client'
                    "a program of this machine (fr)"   | "un programme : ici"               | no-break space
                    "a program of this machine (fr)"   | un programme                       | quoted or block
                    "a program of this machine (fr)"   | ""                                 | empty text
                    {event.id}                         | {event.number}                     | unknown placeholder {event.number}
                    {event.id}                         | 1058                               | other placeholders than
                    """)
    void texts_mistake_isReported(String text, String replacement, String reason) throws IOException {
        assertThat(errorsWith("texts/fr/rdp-example.yaml", text, replacement)).extracting(LintError::reason)
                .anySatisfy(given -> assertThat(given).contains(reason));
    }

    @Test
    void texts_missingFile_isReported() throws IOException {
        copy();
        Files.delete(folder.resolve("texts/fr/rdp-example.yaml"));

        assertThat(KnowledgeSources.read(folder).errors()).extracting(LintError::toString)
                .contains("texts/fr/rdp-example.yaml:1: the file is missing");
    }

    @Test
    void claims_unknownEventAndMissingText_areReported() throws IOException {
        copy();
        Files.writeString(folder.resolve("claims.yaml"), """
                claims:
                  article:
                    events: [{provider: Schannel, ids: [3002]}]
                    opens: rdp
                    see: ["Schannel/1"]
                """);
        for (String language : KnowledgeSources.LANGUAGES) {
            Files.writeString(folder.resolve("texts/" + language + "/claims.yaml"), "claims: {}\n");
        }

        assertThat(KnowledgeSources.read(folder).errors()).extracting(LintError::reason)
                .contains("Schannel/1 is not in the vocabulary", "missing text 'claims/article/say'");
    }

    @Test
    void compiler_withoutMistake_writesWhatIsReadBackEqual() throws IOException {
        int code = KnowledgeCompiler.run(new String[]{Example.folder().toString(), folder.toString()}, quiet());

        assertThat(code).isZero();
        Knowledge read = KnowledgeFiles.read(folder);
        assertThat(read.topics()).isEqualTo(Example.knowledge().topics());
        assertThat(read.vocabulary().entries()).isEqualTo(Example.knowledge().vocabulary().entries());
    }

    @Test
    void compiler_withMistake_printsItAndWritesNothing() throws IOException {
        errorsWith(TOPIC, "schema: 1", "schema: 7");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path target = folder.resolve("target");

        int code = KnowledgeCompiler.run(new String[]{folder.toString(), target.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(TOPIC + ":2: schema 1 is read here");
        assertThat(target).doesNotExist();
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
