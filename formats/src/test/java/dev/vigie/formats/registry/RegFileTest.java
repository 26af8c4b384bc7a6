package dev.vigie.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Samples;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RegFileTest {
    private static final Charset ANSI = Charset.forName("windows-1252");

    private static RegFile read(String text) {
        return RegFile.read("a.reg", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), ANSI);
    }

    @Test
    void read_everyKindOfValue_givesItsBytes() {
        RegFile file = read("""
                Windows Registry Editor Version 5.00

                ; a comment
                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Vigie]
                @="default"
                "path"="C:\\\\Program Files\\\\\\"x\\""
                "number"=dword:000005ae
                "bytes"=hex:01,02,\\
                  ff
                "list"=hex(7):61,00,00,00,62,00,00,00,00,00
                "long"=hex(b):01,00,00,00,00,00,00,80
                "two
                lines"="a
                b=c"
                """.replace("\"two\nlines\"", "\"two\""));

        RegistryKey key = file.toRegistry().find("HKEY_LOCAL_MACHINE\\SOFTWARE\\Vigie").found().orElseThrow();
        assertThat(file.problems()).isEmpty();
        assertThat(key.value("").orElseThrow().text()).hasValue("default");
        assertThat(key.value("PATH").orElseThrow().text()).hasValue("C:\\Program Files\\\"x\"");
        assertThat(key.value("number").orElseThrow().number()).hasValue(1454);
        assertThat(key.value("bytes").orElseThrow().data().toBytes()).containsExactly(1, 2, 0xFF);
        assertThat(key.value("list").orElseThrow().texts()).containsExactly("a", "b");
        assertThat(key.value("long").orElseThrow().number()).hasValue(Long.MIN_VALUE + 1);
        assertThat(key.value("two").orElseThrow().text()).hasValue("a\nb=c");
    }

    @Test
    void read_deletions_removeKeysAndValues() {
        EditableKey registry = read("""
                Windows Registry Editor Version 5.00
                [HKEY_CURRENT_USER\\A\\B]
                "x"="1"
                "y"="2"
                [HKEY_CURRENT_USER\\A\\C]
                [HKEY_CURRENT_USER\\A\\B]
                "X"=-
                [-HKEY_CURRENT_USER\\A\\c]
                """).toRegistry();

        assertThat(registry.find("HKEY_CURRENT_USER\\A").found().orElseThrow().subkeys()).hasSize(1);
        assertThat(registry.find("HKEY_CURRENT_USER\\A\\B").found().orElseThrow().values()).hasSize(1);
    }

    @Test
    void read_version4_takesTextFromAnsi() {
        byte[] bytes = "REGEDIT4\r\n[HKEY_USERS\\é]\r\n\"e\"=hex(2):25,e9,25,00\r\n".getBytes(ANSI);

        RegFile file = RegFile.read("a.reg", bytes, ANSI);

        assertThat(file.problems()).isEmpty();
        assertThat(file.toRegistry().find("HKEY_USERS\\É", "e").found().orElseThrow().text()).hasValue("%é%");
    }

    @Test
    void read_damagedLines_areProblemsWithTheirNumber() {
        RegFile file = read("""
                Windows Registry Editor Version 5.00
                "x"="no key yet"
                [unfinished
                [HKEY_USERS\\A]
                nonsense
                "x"=dword:xyz
                "y"=hex:1000
                "z"="open
                """);

        assertThat(file.problems()).extracting(problem -> problem.code()).containsExactly(RegProblem.NO_KEY,
                RegProblem.BAD_LINE, RegProblem.BAD_LINE, RegProblem.BAD_DATA, RegProblem.BAD_DATA,
                RegProblem.BAD_DATA);
        assertThat(file.problems()).extracting(problem -> problem.place().record()).containsExactly(2L, 3L, 5L, 6L, 7L,
                8L);
        assertThat(file.edits()).containsExactly(new RegEdit.CreateKey("HKEY_USERS\\A"));
    }

    @Test
    void write_realHives_readBackTheSameValues() throws IOException {
        for (String hive : List.of("nt4/software.reg", "regipy-misc/NTUSER.DAT", "yarp-features/StringValuesHive",
                "synthetic-software/SOFTWARE")) {
            RegistryKey original = Hive.open(Samples.path("hives").resolve(hive)).root();
            StringBuilder text = new StringBuilder();
            RegFileWriter.writeHeader(text);
            RegFileWriter.write(original, "HKEY_LOCAL_MACHINE\\SOFTWARE", text);

            RegFile file = read(text.toString());

            assertThat(file.problems()).isEmpty();
            assertSameValues(file.toRegistry().find("HKEY_LOCAL_MACHINE\\SOFTWARE").found().orElseThrow(), original);
        }
    }

    @Test
    void read_regFileAnotherToolImported_equalsTheHiveItMade() throws IOException {
        RegFile file = RegFile.read("SOFTWARE.reg",
                Files.readAllBytes(Samples.path("hives", "synthetic-software", "SOFTWARE.reg")), ANSI);
        RegistryKey hive = Hive.open(Samples.path("hives", "synthetic-software", "SOFTWARE")).root();

        assertThat(file.problems()).isEmpty();
        file.edits().stream().filter(RegEdit.SetValue.class::isInstance).map(RegEdit.SetValue.class::cast)
                .forEach(edit -> {
                    String path = edit.path().toLowerCase(Locale.ROOT)
                            .replaceFirst("^(hkey_local_machine\\\\software|\\\\)\\\\?", "");
                    assertThat(hive.find(path, edit.value().name()).found()).as(edit.toString()).hasValue(edit.value());
                });
        assertThat(file.edits()).isNotEmpty();
    }

    private static void assertSameValues(RegistryKey actual, RegistryKey expected) {
        assertThat(actual.values()).as(expected.path()).containsExactlyInAnyOrderElementsOf(expected.values());
        assertThat(actual.subkeys()).hasSameSizeAs(expected.subkeys());
        expected.subkeys().forEach(key -> assertSameValues(actual.subkey(key.name()).orElseThrow(), key));
    }
}
