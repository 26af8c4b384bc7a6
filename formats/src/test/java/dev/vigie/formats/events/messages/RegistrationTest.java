package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.registry.EditableKey;
import dev.vigie.formats.registry.HiveWriter;
import dev.vigie.formats.registry.RegistryValue;
import dev.vigie.formats.windows.FileTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
    private static final String EVENT_LOG = "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\";
    private final CatalogueBuilder catalogue = new CatalogueBuilder();
    private final List<Problem> problems = new ArrayList<>();

    private List<ProviderEntry> read(String text, Charset charset) {
        new RegistryProviders(new ProviderRegistry(catalogue), problems::add).takeText("x.reg", text.getBytes(charset));
        return catalogue.providers();
    }

    @Test
    void valuesInEveryForm_areRead() {
        List<ProviderEntry> providers = read("""
                Windows Registry Editor Version 5.00

                ; a remark
                %sApplication\\Say "Hi"]
                "EventMessageFile"="C:\\\\a \\"b\\"\\\\one.dll; two.dll"
                "ParameterMessageFile"=hex(2):70,00,\\
                  2e,00,64,00,\\
                  6c,00,6c,00,00,00
                "CategoryCount"=dword:00000003
                "Other"=hex:01,02
                """.formatted(EVENT_LOG), StandardCharsets.UTF_8);
        ProviderEntry entry = providers.getFirst();
        assertThat(entry.name).isEqualTo("Say \"Hi\"");
        assertThat(entry.messageFiles).containsExactly("c:\\a \"b\"\\one.dll", "two.dll");
        assertThat(entry.parameterFiles).containsExactly("p.dll");
        assertThat(problems).isEmpty();
    }

    @Test
    void exportOfOldRegedit_hasTextOfOneByteACharacter() {
        List<ProviderEntry> providers = read("REGEDIT4\n\n" + EVENT_LOG + "System\\Old]\n"
                + "\"EventMessageFile\"=hex(2):61,2e,64,6c,6c,00\n", StandardCharsets.ISO_8859_1);
        assertThat(providers.getFirst().messageFiles).containsExactly("a.dll");
    }

    @Test
    void publisherAndClassicSourceOfOneName_areOneProvider() {
        List<ProviderEntry> providers = read(
                EVENT_LOG
                        + """
                                System\\Acme]
                                "EventMessageFile"="a.dll"
                                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Publishers\\{0a1b2c3d-1111-2222-3333-445566778899}]
                                @="ACME"
                                "ResourceFileName"="b.dll"
                                """,
                StandardCharsets.UTF_16LE);
        assertThat(providers).singleElement().satisfies(entry -> {
            assertThat(entry.guid).isEqualTo(Harbour.GUID);
            assertThat(entry.messageFiles).containsExactly("b.dll", "a.dll");
        });
    }

    @Test
    void linesThatAreNone_areCountedAndSkipped() {
        List<ProviderEntry> providers = read("noise\n" + EVENT_LOG + """
                System\\Acme]
                "open=1
                "EventMessageFile"="a.dll"
                "x"=hex(2):zz
                [-HKEY_LOCAL_MACHINE\\SYSTEM\\Services\\EventLog\\System\\Deleted]
                "EventMessageFile"="b.dll"
                """, StandardCharsets.UTF_8);
        assertThat(providers).extracting(entry -> entry.name).containsExactly("Acme");
        assertThat(problems).extracting(problem -> problem.place().record()).containsExactly(1L, 1L, 3L, 5L, 7L);
    }

    @Test
    void hives_sayWhichFilesASourceUses(@TempDir Path folder) throws IOException {
        EditableKey system = EditableKey.root();
        system.create("Select").set(RegistryValue.number("Current", 2));
        system.create("ControlSet001\\Services\\EventLog\\System\\Old")
                .set(RegistryValue.text("EventMessageFile", "o.dll"));
        system.create("ControlSet002\\Services\\EventLog\\System\\Acme")
                .set(RegistryValue.expandable("EventMessageFile", "%SystemRoot%\\a.dll"));
        EditableKey software = EditableKey.root();
        software.create(
                "Microsoft\\Windows\\CurrentVersion\\WINEVT\\Publishers\\{0a1b2c3d-1111-2222-3333-445566778899}")
                .set(RegistryValue.text("", "ACME")).set(RegistryValue.expandable("ResourceFileName", "b.dll"));
        FileTime time = FileTime.parse("2026-03-18T08:14:03Z");
        Files.write(folder.resolve("SYSTEM"), HiveWriter.toBytes(system, "SYSTEM", time));
        Files.write(folder.resolve("SOFTWARE"), HiveWriter.toBytes(software, "SOFTWARE", time));
        MessageImport files = new MessageImport(List.of(), problems::add);
        assertThat(files.candidates(folder)).containsExactly(folder.resolve("SOFTWARE"), folder.resolve("SYSTEM"));

        RegistryProviders registries = new RegistryProviders(new ProviderRegistry(catalogue), problems::add);
        registries.takeHive(folder.resolve("SYSTEM"));
        registries.takeHive(folder.resolve("SOFTWARE"));

        assertThat(problems).isEmpty();
        assertThat(catalogue.providers()).singleElement().satisfies(entry -> {
            assertThat(entry.guid).isEqualTo(Harbour.GUID);
            assertThat(entry.messageFiles).containsExactly("b.dll", "%systemroot%\\a.dll");
        });
    }

    @Test
    void providersTsv_namesFilesInColumns() throws IOException {
        String map = "# provider\tmessages\tparameters\tcategories\nAcme\tA.dll;b.dll\tp.dll\nbad line\nZed\tz.dll\t\tc.dll";
        ProviderMap.read(new ByteArrayInputStream(map.getBytes(StandardCharsets.UTF_8)), "providers.tsv", catalogue,
                problems::add);
        assertThat(catalogue.providers()).extracting(entry -> entry.name).containsExactly("Acme", "Zed");
        assertThat(catalogue.providers().getFirst().messageFiles).containsExactly("a.dll", "b.dll");
        assertThat(catalogue.providers().getFirst().parameterFiles).containsExactly("p.dll");
        assertThat(catalogue.providers().getLast().categoryFiles).containsExactly("c.dll");
        assertThat(problems).singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).isEqualTo(List.<Object>of(3)));
    }

    @Test
    void registeredPath_meansTheFileWhoseFoldersAgreeFurthest() {
        catalogue.file("windows/system32/x.dll");
        catalogue.file("program files/acme/x.dll");
        assertThat(catalogue.resolve("C:\\Program Files\\Acme\\X.dll")).isEqualTo("program files/acme/x.dll");
        assertThat(catalogue.resolve("%SystemRoot%\\system32\\x.dll")).isEqualTo("windows/system32/x.dll");
        assertThat(catalogue.resolve("y.dll")).isNull();
    }

    @Test
    void cultures_areNumberedAndNamedAsWindowsDoes() {
        assertThat(Cultures.name(0x40C)).isEqualTo("fr-FR");
        assertThat(Cultures.name(0x0C)).isEqualTo("fr");
        assertThat(Cultures.name(0)).isEmpty();
        assertThat(Cultures.name(0xC04)).isEqualTo("zh-HK");
        assertThat(Cultures.chain("zh-Hant-TW")).containsExactly("zh-Hant-TW", "zh-Hant", "zh");
        assertThat(Cultures.codePage(0x419).name()).isEqualTo("windows-1251");
        assertThat(ImageImport.key("System32/en-US/A.dll.mui")).isEqualTo("system32/a.dll");
        assertThat(ImageImport.key("A.dll.mui")).isEqualTo("a.dll");
        assertThat(ImageImport.key("en-US/A.dll.mui")).isEqualTo("a.dll");
        assertThat(ImageImport.key("Drivers/A.sys")).isEqualTo("drivers/a.sys");
    }
}
