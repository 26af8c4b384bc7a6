package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesVerbsTest {
    private static final String MANIFEST = """
            <instrumentationManifest xmlns="http://schemas.microsoft.com/win/2004/08/events">
             <instrumentation><events><provider name="Acme-Dredger" guid="{11111111-2222-3333-4444-555555555555}">
              <templates><template tid="T"><data name="Depth" inType="win:UInt32"/></template></templates>
              <events><event value="1" template="T" message="$(string.e1)"/></events>
             </provider></events></instrumentation>
             <localization><resources culture="en-US"><stringTable><string id="e1" value="Dug %1 m"/></stringTable>
             </resources><resources culture="fr-FR"><stringTable><string id="e1" value="Creusé %1 m"/></stringTable>
             </resources></localization>
            </instrumentationManifest>
            """;
    private static final String EVENT = """
            <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>
            <Provider Name="Acme-Dredger"/><EventID>1</EventID><EventRecordID>1</EventRecordID></System>
            <EventData><Data Name="Depth">12</Data></EventData></Event>
            """;
    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(folder.resolve("vendor"));
        Files.writeString(folder.resolve("vendor/Dredger.man"), MANIFEST);
        Files.writeString(folder.resolve("log.xml"), EVENT);
    }

    private Console.Answer run(String... arguments) {
        return new Console(folder, Map.of("XDG_DATA_HOME", folder.resolve("data").toString())).run(arguments);
    }

    @Test
    void importedCatalogue_isFoundAtItsUsualPlace() {
        Console.Answer imported = run("messages", "import", "vendor");
        assertThat(imported.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(imported.out()).contains(": 2 texts of 1 files, 1 providers");
        assertThat(folder.resolve("data/vigie").resolve(MessageOptions.FILE_NAME)).isNotEmptyFile();
        assertThat(run("messages", "list", "dredger").out()).contains("Acme-Dredger");
        assertThat(run("messages", "show", "acme-dredger", "1", "--culture", "fr-FR").out())
                .isEqualTo("1  v0  0x00000001  fr-FR  (Depth)\n    Creusé %1 m\n");
        assertThat(run("events", "cat", "log.xml", "--rendered").out()).contains("Dug 12 m");
    }

    @Test
    void existingCatalogue_isNotReplacedUnlessMerged() {
        run("messages", "import", "vendor", "--out", "c");
        Console.Answer again = run("messages", "import", "vendor", "--out", "c");
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("exists already");
        assertThat(run("messages", "import", "vendor", "--out", "c", "--merge").exitCode()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void folderWithoutTexts_isRefusedAndLeavesNothing() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Console.Answer answer = run("messages", "import", "empty", "--out", "c");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("no message text in empty: 0 files");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("empty", "vendor",
                    "log.xml");
        }
    }

    @Test
    void fileThatIsNoCatalogue_isRefusedWithTheNextStep() {
        Console.Answer answer = run("messages", "list", "--messages", "log.xml");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("log.xml is no catalogue").contains("vigie messages import");
    }

    @Test
    void missingCatalogueAndUnknownProvider_sayWhatToDo() {
        assertThat(run("messages", "list").err()).contains("give --messages FILE");
        run("messages", "import", "vendor");
        Console.Answer answer = run("messages", "show", "Nobody");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(answer.err()).contains("no message of Nobody");
        assertThat(run("messages", "show", "Nobody", "x").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
