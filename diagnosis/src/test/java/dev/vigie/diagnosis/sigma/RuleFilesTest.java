package dev.vigie.diagnosis.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, mappings and placeholders as files. */
class RuleFilesTest {
    private static final String RULE = Rules.about("s: {F: x}\ncondition: s");
    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void load_folder_readsYamlBelowItInOrder() throws IOException {
        write("b/two.yaml", RULE);
        write("a/one.yml", RULE);
        write("a/notes.txt", "not a rule");

        assertThat(RuleSet.load(List.of(folder), Placeholders.NONE).rules()).extracting(SigmaRule::file)
                .containsExactly(folder.resolve("a/one.yml"), folder.resolve("b/two.yaml"));
    }

    @Test
    void load_fileThatIsNoRule_isRejectedAndTheOthersStay() throws IOException {
        write("one.yml", RULE);
        Files.write(folder.resolve("two.yml"), new byte[]{(byte) 0xFF, 0, 1, 2});

        RuleSet rules = RuleSet.load(List.of(folder), Placeholders.NONE);
        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.rejected()).singleElement()
                .satisfies(rule -> assertThat(rule.file()).isEqualTo(folder.resolve("two.yml")));
    }

    @Test
    void load_byteOrderMark_isPassedOver() throws IOException {
        Files.write(folder.resolve("one.yml"), ("\uFEFF" + RULE).getBytes(StandardCharsets.UTF_8));

        assertThat(RuleSet.load(List.of(folder), Placeholders.NONE).rules()).hasSize(1);
    }

    @Test
    void load_noSuchPath_isTheCallersFault() {
        Path missing = folder.resolve("none.yml");

        assertThatThrownBy(() -> RuleSet.load(List.of(missing), Placeholders.NONE))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void placeholders_withValues_areReplacedInEveryCombination() throws Exception {
        Path values = write("values.yaml", "Servers: ['srv*', web1]\nDomain: example");
        String content = Rules.about("s: {F|expand: '%Servers%.%Domain%'}\ncondition: s");
        RuleSet rules = RuleSet.parse(folder, content, Placeholders.read(values));
        Hunter hunter = Hunt.of(rules, LogSources.standard()).hunter();

        assertThat(hunter.match(Rules.event("F", "SRV7.example"), problem -> {
        })).hasSize(1);
        assertThat(hunter.match(Rules.event("F", "web2.example"), problem -> {
        })).isEmpty();
    }

    @Test
    void placeholders_noMapping_isRefusedWithItsLine() throws IOException {
        Path values = write("values.yaml", "- a");

        assertThatThrownBy(() -> Placeholders.read(values)).isInstanceOf(RuleSetException.class);
    }

    @Test
    void logSources_ownFile_replacesTheStandardOnes() throws Exception {
        LogSources sources = LogSources.read(write("mapping.yaml", """
                categories:
                  thing: [{channels: Things, ids: [5, 6], fields: {F: {from: [A, B]}}}]
                """));
        Hunter hunter = Hunt.of(Rules.parse(Rules.about("category: thing", "s: {F: 'x\\y'}\ncondition: s")), sources)
                .hunter();

        assertThat(hunter.match(Rules.event("things", 6, "B", "y", "A", "x"), problem -> {
        })).hasSize(1);
        assertThat(hunter.match(Rules.event("things", 7, "B", "y", "A", "x"), problem -> {
        })).isEmpty();
        assertThat(Hunt.of(Rules.parse(Rules.about("category: process_creation", "s: {F: x}\ncondition: s")), sources)
                .rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "categories: []", "other: {}", "categories: {a: [{chanels: x}]}",
            "categories: {a: [{ids: many}]}", "categories: {a: [{fields: {F: {}}}]}",
            "categories: {a: [{fields: {F: {from: A, suffix: B}}}]}", "services: {a: x}", "a: [",
            "categories: {a: [{channels: [[x]]}]}"})
    void logSources_brokenFile_isRefused(String content) throws IOException {
        Path file = write("mapping.yaml", content);

        assertThatThrownBy(() -> LogSources.read(file)).isInstanceOf(RuleSetException.class)
                .satisfies(failure -> assertThat(((RuleSetException) failure).file()).isEqualTo(file));
    }
}
