package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestXmlTest {
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="utf-8"?>
            <instrumentationManifest xmlns="http://schemas.microsoft.com/win/2004/08/events">
             <instrumentation><events>
              <provider name="Acme-Dredger" guid="{11111111-2222-3333-4444-555555555555}" symbol="DREDGER"
                  messageFileName="dredger.exe" resourceFileName="dredger.exe" message="$(string.provider)">
               <channels><channel chid="c" name="Acme-Dredger/Admin" type="Admin" message="$(string.channel)"/></channels>
               <levels><level name="Deep" value="16" message="$(string.deep)"/></levels>
               <tasks><task name="Dig" value="2" message="$(string.dig)">
                <opcodes><opcode name="Scoop" value="12" message="$(string.scoop)"/></opcodes></task></tasks>
               <opcodes><opcode name="Any" value="13"/></opcodes>
               <keywords><keyword name="Mud" mask="0x2" message="$(string.mud)"/></keywords>
               <maps><valueMap name="Soil"><map value="0x1" message="$(string.sand)"/></valueMap></maps>
               <templates>
                <template tid="T1"><data name="Depth" inType="win:UInt32"/>
                 <data name="Soil" inType="win:UInt32" map="Soil"/>
                 <data name="Code" inType="win:UInt32" outType="win:HexInt32"/></template>
                <template tid="T2"><data name="A" inType="win:UnicodeString"/><data name="B" inType="win:UnicodeString"/>
                 <UserData><Note xmlns="urn:x"><Bravo>%2</Bravo><Alpha> %1 </Alpha></Note></UserData></template>
               </templates>
               <events>
                <event symbol="E1" value="1" version="0" level="Deep" template="T1" message="$(string.e1)"/>
                <event symbol="E2" value="0x2" template="T2" message="$(string.e2)"/>
                <event symbol="E3" value="3" message="$(mc.elsewhere)"/>
               </events>
              </provider></events></instrumentation>
             <localization>
              <resources culture="en-US"><stringTable>
               <string id="provider" value="Dredger of Acme"/><string id="channel" value="Dredger log"/>
               <string id="deep" value="Deep"/><string id="dig" value="Digging"/><string id="scoop" value="Scooping"/>
               <string id="mud" value="Mud"/><string id="sand" value="sand"/>
               <string id="e1" value="%1 m of %2 (%3)%nDone"/><string id="e2" value="%1 before %2"/>
               <string id="unused" value="never"/></stringTable></resources>
              <resources culture="fr-fr"><stringTable><string id="e1" value="%2 : %1 m"/></stringTable></resources>
             </localization>
            </instrumentationManifest>
            """;
    @TempDir
    private Path folder;
    private final List<Problem> problems = new ArrayList<>();

    private MessageCatalogue catalogue(String manifest, String... cultures) throws IOException {
        Path source = folder.resolve("Dredger.man");
        Files.writeString(source, manifest);
        MessageImport messages = new MessageImport(List.of(), problems::add);
        messages.add(folder, source);
        Path file = folder.resolve("test.vigie-messages");
        try (OutputStream out = Files.newOutputStream(file)) {
            messages.writeTo(out);
        }
        return MessageCatalogue.open(file, new RenderingOptions(List.of(cultures), ZoneOffset.UTC));
    }

    private static TestEvent dug() {
        return new TestEvent("Acme-Dredger", 1).system("Level", ValueType.UINT8, 16)
                .system("Task", ValueType.UINT16, 2).system("Opcode", ValueType.UINT8, 12)
                .system("Keywords", ValueType.HEX_INT64, 2).channel("Acme-Dredger/Admin")
                .value("Depth", new Value.Int(ValueType.UINT32, 12)).value("Soil", new Value.Int(ValueType.UINT32, 1))
                .value("Code", new Value.Int(ValueType.UINT32, 255));
    }

    @Test
    void manifest_givesEveryWord() throws IOException {
        try (MessageCatalogue catalogue = catalogue(MANIFEST, "en-US")) {
            assertThat(catalogue.render(dug().build())).contains(new RenderingInfo("en-US", "12 m of sand (0xff)\nDone",
                    "Deep", "Digging", "Scooping", "Dredger log", "Dredger of Acme", List.of("Mud")));
            assertThat(catalogue.textCount()).as("strings without a use are left out").isEqualTo(10);
        }
    }

    @Test
    void otherLanguage_isTheManifestsOwn() throws IOException {
        try (MessageCatalogue catalogue = catalogue(MANIFEST, "fr-FR")) {
            assertThat(catalogue.render(dug().build()).orElseThrow().message()).isEqualTo("sand : 12 m");
        }
    }

    @Test
    void userDataOfTheTemplate_saysWhichElementIsWhichValue() throws IOException {
        Event event = new TestEvent("Acme-Dredger", 2).userData("Note").value("Bravo", new Value.Text("b"))
                .value("Alpha", new Value.Text("a")).build();
        try (MessageCatalogue catalogue = catalogue(MANIFEST, "en-US")) {
            assertThat(catalogue.render(event).orElseThrow().message()).isEqualTo("a before b");
        }
    }

    @Test
    void opcodeOutsideTasks_isForEveryTask() throws IOException {
        Event event = new TestEvent("Acme-Dredger", 3).system("Opcode", ValueType.UINT8, 13)
                .system("Task", ValueType.UINT16, 2).build();
        try (MessageCatalogue catalogue = catalogue(MANIFEST, "en-US")) {
            RenderingInfo info = catalogue.render(event).orElseThrow();
            assertThat(info.opcode()).isEqualTo("Any");
            assertThat(info.message()).isNull();
        }
    }

    @Test
    void cutManifest_keepsWhatCameBeforeAndSaysWhere() throws IOException {
        try (MessageCatalogue catalogue = catalogue(MANIFEST.substring(0, MANIFEST.indexOf("<resources culture=\"fr")),
                "en-US")) {
            assertThat(catalogue.render(dug().build())).isPresent();
        }
        assertThat(problems).extracting(Problem::code).contains(MessagesProblem.BAD_MANIFEST_XML);
    }

    @Test
    void externalEntity_isNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String hostile = MANIFEST.replace("<instrumentationManifest",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><instrumentationManifest")
                .replace("%n", "&e;");
        try (MessageCatalogue catalogue = catalogue(hostile, "en-US")) {
            assertThat(catalogue.render(dug().build()).map(RenderingInfo::message).orElse(""))
                    .doesNotContain("secret");
        }
    }
}
