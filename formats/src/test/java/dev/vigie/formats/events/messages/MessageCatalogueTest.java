package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageCatalogueTest {
    private static final String REGISTRY = """
            Windows Registry Editor Version 5.00

            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Publishers\\{0a1b2c3d-1111-2222-3333-445566778899}]
            @="Acme-Harbour"
            "MessageFileName"="%SystemRoot%\\\\System32\\\\harbour.dll"
            "ParameterFileName"="C:\\\\Windows\\\\System32\\\\params.dll"

            [HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\EventLog\\Application\\Acme Pumps]
            "EventMessageFile"="C:\\\\Windows\\\\system32\\\\PUMPS.DLL;C:\\\\gone.dll"
            "CategoryMessageFile"=hex(2):70,00,75,00,6d,00,70,00,73,00,2e,00,64,00,6c,00,\\
              6c,00,00,00
            """;
    @TempDir
    private Path folder;
    private final List<Problem> problems = new ArrayList<>();

    @BeforeEach
    void writeWindows() throws IOException {
        Path system = Files.createDirectories(folder.resolve("Windows/System32"));
        write(system.resolve("harbour.dll"), new TestImage(true).with(PortableExecutable.MANIFEST, 0x409,
                Harbour.manifest().toBytes()).with(PortableExecutable.VERSION, 0x409, TestImage.version(2, 1, 0, 0)));
        write(system.resolve("en-US/harbour.dll.mui"), new TestImage(true).with(PortableExecutable.MESSAGE_TABLE,
                0x409, TestImage.table(Harbour.english())));
        write(system.resolve("fr-FR/HARBOUR.DLL.MUI"), new TestImage(true).with(PortableExecutable.MESSAGE_TABLE,
                0x40C, TestImage.table(Harbour.french())));
        write(system.resolve("params.dll"), new TestImage(false).with(PortableExecutable.MESSAGE_TABLE, 0,
                TestImage.table(Harbour.parameters())));
        write(system.resolve("Pumps.dll"), new TestImage(false).with(PortableExecutable.MESSAGE_TABLE, 0x409,
                TestImage.table(Harbour.classic())));
        Files.write(folder.resolve("export.reg"), ("\uFEFF" + REGISTRY).getBytes(StandardCharsets.UTF_16LE));
    }

    private static void write(Path file, TestImage image) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, image.toBytes());
    }

    private byte[] imported(Path from, String... cultures) throws IOException {
        MessageImport messages = new MessageImport(List.of(cultures), problems::add);
        for (Path file : messages.candidates(from)) {
            messages.add(from, file);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        messages.writeTo(out);
        return out.toByteArray();
    }

    private MessageCatalogue catalogue(RenderingOptions options) throws IOException {
        Path file = folder.resolve("test.vigie-messages");
        if (!Files.exists(file)) {
            byte[] bytes = imported(folder);
            Files.write(file, bytes);
        }
        return MessageCatalogue.open(file, options);
    }

    private RenderingInfo rendered(Event event, String... cultures) throws IOException {
        List<String> wanted = cultures.length == 0 ? List.of("en-US") : List.of(cultures);
        try (MessageCatalogue catalogue = catalogue(new RenderingOptions(wanted, ZoneOffset.UTC))) {
            return catalogue.render(event).orElseThrow();
        }
    }

    private static Value.Int number(long value) {
        return new Value.Int(ValueType.UINT32, value);
    }

    private static TestEvent mooring() {
        return new TestEvent("Acme-Harbour", 100).guid(Harbour.GUID).system("Level", ValueType.UINT8, 2)
                .system("Task", ValueType.UINT16, 3).system("Opcode", ValueType.UINT8, 10)
                .system("Keywords", ValueType.HEX_INT64, 1L << 40).channel("Acme-Harbour/Operational")
                .value("Ship", new Value.Text("Ada %%8")).value("Berth", number(2))
                .value("Status", number(0xC0000022L)).value("Signals", number(5));
    }

    @Test
    void manifestEvent_hasAllItsWords() throws IOException {
        assertThat(rendered(mooring().build())).isEqualTo(new RenderingInfo("en-US",
                "Ship Ada Ice moored at South quay.\n\tStatus: 0xc0000022\n\tSignals: Flag|Horn\n\tReason: Fog",
                "Error", "Docking of ships", "Mooring at the dock", "Harbour log", "Acme Harbour",
                List.of("Cargo ships")));
    }

    @Test
    void askedLanguage_comesFirst_othersFillItsGaps() throws IOException {
        Event event = new TestEvent("Acme-Harbour", 100).guid(Harbour.GUID).system("Level", ValueType.UINT8, 2)
                .system("Task", ValueType.UINT16, 3).value("Ship", new Value.Text("Ada")).value("Berth", number(1))
                .value("Status", number(0)).value("Signals", number(0)).build();
        RenderingInfo info = rendered(event, "fr-CA");
        assertThat(info.culture()).isEqualTo("fr-FR");
        assertThat(info.message()).isEqualTo("Le navire Ada est amarré : quai nord.");
        assertThat(info.level()).isEqualTo("Erreur");
        assertThat(info.task()).isEqualTo("Docking of ships");
    }

    @Test
    void languageThatNobodyHas_becomesEnglish() throws IOException {
        assertThat(rendered(mooring().build(), "ja-JP").culture()).isEqualTo("en-US");
    }

    @Test
    void userData_isTakenInTheOrderOfItsTemplate() throws IOException {
        Event event = new TestEvent("Acme-Harbour", 101).guid(Harbour.GUID).userData("Manoeuvre")
                .value("Second", new Value.Text("two")).value("First", new Value.Text("one")).build();
        assertThat(rendered(event).message()).isEqualTo("First one, then two.");
    }

    @Test
    void valueThatWasLeftOut_leavesTheOthersInPlace() throws IOException {
        Event event = new TestEvent("Acme-Harbour", 100).guid(Harbour.GUID).value("Berth", number(9))
                .value("Signals", number(8)).build();
        assertThat(rendered(event).message()).startsWith("Ship  moored at 9.\n\tStatus: \n\tSignals: 8\n");
    }

    @Test
    void classicEvent_isFoundByQualifiersAndId() throws IOException {
        Event failed = new TestEvent("Acme Pumps", 7).qualifiers(0xC004).system("Task", ValueType.UINT16, 1)
                .value("3").value("%%8").build();
        RenderingInfo info = rendered(failed);
        assertThat(info.message()).isEqualTo("Pump 3 of %%8 failed: %3 (0003)");
        assertThat(info.task()).isEqualTo("Pumps");
        Event runs = new TestEvent("ACME PUMPS", 7).qualifiers(0x4004).value("3").build();
        assertThat(rendered(runs).message()).isEqualTo("Pump 3 runs");
        Event other = new TestEvent("Acme Pumps", 7).qualifiers(0x8004).build();
        try (MessageCatalogue catalogue = catalogue(RenderingOptions.DEFAULT)) {
            assertThat(catalogue.render(other)).isEmpty();
        }
    }

    @Test
    void classicProviderWithoutRegistration_isFoundByTheNameOfItsFile() throws IOException {
        Event event = new TestEvent("Pumps", 7).qualifiers(0x4004).value("5").build();
        assertThat(rendered(event).message()).isEqualTo("Pump 5 runs");
    }

    @Test
    void unknownProvider_hasNoWords() throws IOException {
        try (MessageCatalogue catalogue = catalogue(RenderingOptions.DEFAULT)) {
            assertThat(catalogue.render(new TestEvent("Nobody", 1).build())).isEmpty();
        }
    }

    @Test
    void otherVersionOfAnEvent_isRenderedByTheKnownOne() throws IOException {
        Event event = mooring().system("Version", ValueType.UINT8, 4).build();
        assertThat(rendered(event).message()).startsWith("Ship Ada Ice moored at South quay.");
    }

    @Test
    void times_areShownInTheGivenZone() throws IOException {
        Event event = new TestEvent("Pumps", 7).qualifiers(0x4004)
                .value("", new Value.Time(FileTime.parse("2026-07-01T10:00:00.1234567Z"))).build();
        try (MessageCatalogue paris = catalogue(
                new RenderingOptions(List.of("en-US"), ZoneId.of("Europe/Paris")))) {
            assertThat(paris.render(event).orElseThrow().message())
                    .isEqualTo("Pump 2026-07-01T12:00:00.1234567+02:00 runs");
        }
        assertThat(rendered(event).message()).isEqualTo("Pump 2026-07-01T10:00:00.1234567Z runs");
    }

    @Test
    void sameFiles_giveTheSameBytes() throws IOException {
        assertThat(imported(folder)).isEqualTo(imported(folder));
    }

    @Test
    void wantedLanguage_isAllThatIsTaken() throws IOException {
        Files.write(folder.resolve("test.vigie-messages"), imported(folder.resolve("Windows"), "fr-FR"));
        try (MessageCatalogue catalogue = catalogue(RenderingOptions.DEFAULT)) {
            assertThat(catalogue.cultures()).containsExactly("", "fr-FR");
        }
    }

    @Test
    void mergeOfParts_isTheWhole() throws IOException {
        byte[] registry = imported(folder.resolve("export.reg"));
        Path parts = Files.createDirectories(folder.resolve("parts"));
        Files.write(parts.resolve("a.vigie-messages"), imported(folder.resolve("Windows")));
        Files.write(parts.resolve("b.vigie-messages"), registry);
        byte[] merged = imported(parts);
        Files.write(folder.resolve("test.vigie-messages"), merged);
        assertThat(rendered(mooring().build()).message()).contains("Reason: Fog");
        assertThat(rendered(new TestEvent("Acme Pumps", 7).qualifiers(0x4004).value("3").build()).message())
                .isEqualTo("Pump 3 runs");
    }

    @Test
    void newerFile_winsAndTheOlderFillsIn() throws IOException {
        Path newer = folder.resolve("Windows/System32/en-US/pumps.dll.mui");
        write(newer, new TestImage(false)
                .with(PortableExecutable.MESSAGE_TABLE, 0x409, TestImage.table(Map.of(0x40040007, "Pump %1 hums")))
                .with(PortableExecutable.VERSION, 0x409, TestImage.version(9, 0, 0, 0)));
        assertThat(rendered(new TestEvent("Pumps", 7).qualifiers(0x4004).value("5").build()).message())
                .isEqualTo("Pump 5 hums");
        assertThat(rendered(new TestEvent("Pumps", 7).qualifiers(0xC004).value("5").build()).message())
                .startsWith("Pump 5 of %2");
    }

    @Test
    void manifestWithoutItsSatellite_isNamed() throws IOException {
        Path alone = Files.createDirectories(folder.resolve("alone"));
        write(alone.resolve("Alone.dll"), new TestImage(true)
                .with(PortableExecutable.MANIFEST, 0x409, Harbour.manifest().toBytes())
                .with(PortableExecutable.SATELLITE, 0x409, TestImage.satellites("de-DE")));
        imported(alone);
        assertThat(problems).filteredOn(problem -> problem.code() == MessagesProblem.MISSING_SATELLITE)
                .singleElement().satisfies(problem -> {
                    assertThat(problem.place().source()).isEqualTo("Alone.dll");
                    assertThat(problem.arguments()).isEqualTo(List.of("de-DE", "Alone.dll.mui"));
                });
    }

    @Test
    void listing_showsProvidersAndTheirTexts() throws IOException {
        try (MessageCatalogue catalogue = catalogue(RenderingOptions.DEFAULT)) {
            assertThat(catalogue.providers()).extracting(ProviderSummary::label).containsExactly("Acme Pumps",
                    "Acme-Harbour");
            assertThat(catalogue.providers().get(1).version()).isEqualTo("2.1.0.0");
            assertThat(catalogue.messages("acme-harbour", OptionalInt.of(101))).containsExactly(
                    new CataloguedMessage(101, 0, 0xB0000065, "en-US", "First %1, then %2.\r\n",
                            List.of("First", "Second")));
            assertThat(catalogue.messages(Harbour.GUID.toString().toUpperCase(Locale.ROOT), OptionalInt.empty()))
                    .hasSize(2);
            assertThat(catalogue.messages("Acme Pumps", OptionalInt.of(7))).hasSize(2);
            assertThat(catalogue.messages("Nobody", OptionalInt.empty())).isEmpty();
        }
    }

    @Test
    void everyChangedByteOfTheIndex_isRefused_andOfTextsCostsNoMoreThanThem() throws IOException {
        byte[] whole = imported(folder);
        Path file = folder.resolve("damaged");
        Event event = mooring().build();
        for (int at = 0; at < whole.length; at += 11) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            try (MessageCatalogue catalogue = MessageCatalogue.open(file, RenderingOptions.DEFAULT)) {
                catalogue.render(event).ifPresent(info -> assertThat(info.culture()).isNotNull());
            } catch (CatalogueFormatException e) {
                assertThat(e.problem().code()).isInstanceOf(MessagesProblem.class);
            }
        }
    }

    @Test
    void cutCatalogue_andAnyOtherFile_areRefused() throws IOException {
        byte[] whole = imported(folder);
        Path file = folder.resolve("other");
        Files.write(file, Arrays.copyOf(whole, 100));
        assertThatThrownBy(() -> MessageCatalogue.open(file, RenderingOptions.DEFAULT))
                .isInstanceOf(CatalogueFormatException.class).hasMessageContaining("messages.catalogue.damaged");
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> MessageCatalogue.open(file, RenderingOptions.DEFAULT))
                .isInstanceOf(CatalogueFormatException.class).hasMessageContaining("messages.catalogue.unknown");
        whole[8] = 9;
        Files.write(file, whole);
        assertThatThrownBy(() -> MessageCatalogue.open(file, RenderingOptions.DEFAULT))
                .isInstanceOf(CatalogueFormatException.class).hasMessageContaining("messages.catalogue.newer");
    }
}
