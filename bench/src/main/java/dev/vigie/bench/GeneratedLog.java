package dev.vigie.bench;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.EvtxWriter;
import dev.vigie.formats.events.evtx.EvtxWriterOptions;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** A log like those of a busy machine, the same in every run: logons, service changes and classic strings. */
final class GeneratedLog {
    private static final long FIRST_TIME = 133_800_000_000_000_000L;
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
    private static final Guid AUDITING = Guid.parse("{54849625-5478-4994-a5ba-3e3b0328c30d}");
    private static final Guid SERVICES = Guid.parse("{555908d1-a6d7-4695-8e1e-26931d2012f4}");
    private static final Sid SYSTEM = Sid.parse("S-1-5-18");
    private static final int KINDS = 3;

    private GeneratedLog() {
    }

    static byte[] of(int records) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (EvtxWriter writer = EvtxWriter.create(log, EvtxWriterOptions.DEFAULT)) {
            for (int number = 1; number <= records; number++) {
                writer.write(event(number));
            }
        }
        return log.toByteArray();
    }

    private static Event event(int number) {
        Element root = new Element("Event", List.of(new Attribute("xmlns", text(NAMESPACE))),
                switch (number % KINDS) {
                    case 0 -> logon(number);
                    case 1 -> serviceChange(number);
                    default -> classic(number);
                });
        return new Event(root, Place.of("generated"));
    }

    private static List<Node> logon(int number) {
        return List.of(system(number, "Microsoft-Windows-Security-Auditing", AUDITING, 4624, "Security"),
                data(named("SubjectUserSid", new Value.SidValue(SYSTEM)), named("SubjectUserName", text("SRV-APP01$")),
                        named("SubjectLogonId", new Value.Int(ValueType.HEX_INT64, 0x3e7)),
                        named("TargetUserName", text("account" + number % 97)),
                        named("TargetDomainName", text("CONTOSO")),
                        named("TargetLogonId", new Value.Int(ValueType.HEX_INT64, 0x10000L + number)),
                        named("LogonType", new Value.Int(ValueType.UINT32, 2 + number % 9)),
                        named("LogonProcessName", text("Kerberos")),
                        named("AuthenticationPackageName", text("Kerberos")),
                        named("WorkstationName", text("-")), named("LogonGuid", new Value.GuidValue(AUDITING)),
                        named("ProcessId", new Value.Int(ValueType.HEX_INT64, 0x2f4)),
                        named("ProcessName", text("C:\\Windows\\System32\\services.exe")),
                        named("IpAddress", text("10.0." + number % 250 + ".17")), named("IpPort", text("49712"))));
    }

    private static List<Node> serviceChange(int number) {
        return List.of(system(number, "Service Control Manager", SERVICES, 7036, "System"),
                data(named("param1", text("Windows Remote Management (WS-Management)")),
                        named("param2", text(number % 2 == 0 ? "running" : "stopped")),
                        named("Binary", new Value.Binary(new byte[]{0x57, 0, 0x69, 0, 0x6e, 0, 0x52, 0, 0x4d, 0}))));
    }

    private static List<Node> classic(int number) {
        return List.of(system(number, "Application & Service <Host>", SERVICES, 1000 + number % 50, "Application"),
                data(unnamed(text("Réseau indisponible : \"SRV-" + number + "\"")), unnamed(text("0x800706ba"))));
    }

    private static Element system(int number, String provider, Guid guid, int id, String channel) {
        return new Element("System", List.of(), List.of(
                new Element("Provider",
                        List.of(new Attribute("Name", text(provider)),
                                new Attribute("Guid", new Value.GuidValue(guid))),
                        List.of()),
                leaf("EventID", new Value.Int(ValueType.UINT16, id)),
                leaf("Version", new Value.Int(ValueType.UINT8, 0)), leaf("Level", new Value.Int(ValueType.UINT8, 4)),
                leaf("Task", new Value.Int(ValueType.UINT16, 0)), leaf("Opcode", new Value.Int(ValueType.UINT8, 0)),
                leaf("Keywords", new Value.Int(ValueType.HEX_INT64, 0x8020000000000000L)),
                new Element("TimeCreated", List.of(new Attribute("SystemTime",
                        new Value.Time(new FileTime(FIRST_TIME + number * FileTime.TICKS_PER_SECOND)))), List.of()),
                leaf("EventRecordID", new Value.Int(ValueType.UINT64, number)),
                new Element("Execution", List.of(new Attribute("ProcessID", new Value.Int(ValueType.UINT32, 756)),
                        new Attribute("ThreadID", new Value.Int(ValueType.UINT32, 800 + number % 40))), List.of()),
                leaf("Channel", text(channel)), leaf("Computer", text("SRV-APP01.contoso.com"))));
    }

    private static Element data(Element... items) {
        return new Element("EventData", List.of(), List.of(items));
    }

    private static Element named(String name, Value value) {
        return new Element("Data", List.of(new Attribute("Name", text(name))), List.of(value));
    }

    private static Element unnamed(Value value) {
        return leaf("Data", value);
    }

    private static Element leaf(String name, Value value) {
        return new Element(name, List.of(), List.of(value));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }
}
