package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.Guid;
import dev.vigie.formats.windows.Sid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Logs that show each thing the writer can do, for its tests and for other readers. */
final class EvtxWriterSamples {
    static final Guid ACTIVITY = Guid.parse("{4c1f2d6a-0b5e-4c69-9f1e-7a5d2b3c4d5e}");
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
    private static final FileTime START = FileTime.parse("2026-03-18T08:14:03.1234567Z");

    private EvtxWriterSamples() {
    }

    /** A log: its events and how they are written. */
    record Sample(List<Event> events, EvtxWriterOptions options) {
        Sample(List<Event> events) {
            this(events, EvtxWriterOptions.DEFAULT);
        }

        byte[] bytes() {
            return write(events, options);
        }
    }

    static byte[] write(List<Event> events, EvtxWriterOptions options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvtxWriter writer = EvtxWriter.create(bytes, options)) {
            for (Event event : events) {
                writer.write(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Every sample by its name. */
    static Map<String, Sample> all() {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put("one", new Sample(List.of(logon(1))));
        samples.put("many", new Sample(LongStream.rangeClosed(1, 5000).mapToObj(EvtxWriterSamples::logon).toList()));
        samples.put("types", new Sample(List.of(event(1, eventData(scalars())))));
        arrays().forEach((name, array) -> samples.put("array-" + name,
                new Sample(List.of(event(1, eventData(Map.of("Items", array)))))));
        samples.put("untemplated", new Sample(List.of(logon(1), event(2, eventData(scalars())), classic(3),
                event(4, userData())), EvtxWriterOptions.DEFAULT.withTemplates(false)));
        samples.put("text", new Sample(List.of(event(1, eventData(texts())))));
        samples.put("non-bmp", new Sample(List.of(event(1, eventData(Map.of("Text", new Value.Text("a 😀, b 𝔘")))))));
        samples.put("huge", new Sample(List.of(logon(1), huge(2, 31_500), logon(3))));
        samples.put("system", new Sample(List.of(everySystemField(1), noOptionalSystemField(2))));
        samples.put("classic", new Sample(List.of(classic(1))));
        samples.put("userdata", new Sample(List.of(event(1, userData()), event(2, userData()))));
        samples.put("mixed", new Sample(List.of(event(1, mixed()))));
        samples.put("format32", new Sample(List.of(logon(426), logon(430), logon(442)),
                EvtxWriterOptions.DEFAULT.withMinorVersion(2).withEmptyChunks(2)));
        samples.put("dirty", new Sample(List.of(logon(1), logon(2)), EvtxWriterOptions.DEFAULT.withDirty(true)));
        return samples;
    }

    static Event logon(long id) {
        return event(id, eventData(Map.of("TargetUserName", new Value.Text("user" + id), "LogonType",
                new Value.Int(ValueType.UINT32, id % 12), "TargetLogonId", new Value.Int(ValueType.HEX_INT64, 999 * id),
                "TargetUserSid", new Value.SidValue(Sid.parse("S-1-5-21-1-2-3-" + id)))));
    }

    static Event huge(long id, int characters) {
        return event(id, eventData(Map.of("ScriptBlockText", new Value.Text("x".repeat(characters)))));
    }

    static Event event(long id, Element... payload) {
        List<Node> content = new ArrayList<>();
        content.add(new Element("System", List.of(), List.of(
                new Element("Provider", List.of(text("Name", "Vigie-Test"),
                        new Attribute("Guid", new Value.GuidValue(ACTIVITY))), List.of()),
                leaf("EventID", new Value.Int(ValueType.UINT16, 4624)),
                leaf("Version", new Value.Int(ValueType.UINT8, 2)),
                leaf("Level", new Value.Int(ValueType.UINT8, 4)),
                leaf("Task", new Value.Int(ValueType.UINT16, 12544)),
                leaf("Opcode", new Value.Int(ValueType.UINT8, 0)),
                leaf("Keywords", new Value.Int(ValueType.HEX_INT64, 0x8020000000000000L)),
                time(id),
                leaf("EventRecordID", new Value.Int(ValueType.UINT64, id)),
                new Element("Correlation", List.of(), List.of()),
                new Element("Execution", List.of(number("ProcessID", ValueType.UINT32, 640),
                        number("ThreadID", ValueType.UINT32, 4044)), List.of()),
                leaf("Channel", new Value.Text("Security")),
                leaf("Computer", new Value.Text("srv1.example.net")),
                new Element("Security", List.of(), List.of()))));
        content.addAll(Arrays.asList(payload));
        return root(content);
    }

    private static Event root(List<Node> content) {
        return new Event(new Element("Event", List.of(text("xmlns", NAMESPACE)), content), Place.of("sample"));
    }

    private static Element time(long id) {
        return new Element("TimeCreated", List.of(new Attribute("SystemTime",
                new Value.Time(new FileTime(START.ticks() + id * FileTime.TICKS_PER_SECOND)))), List.of());
    }

    static Event everySystemField(long id) {
        Attribute qualifiers = number("Qualifiers", ValueType.UINT16, 16384);
        return root(List.of(new Element("System", List.of(), List.of(
                new Element("Provider", List.of(text("Name", "Vigie-Test"),
                        new Attribute("Guid", new Value.GuidValue(ACTIVITY)), text("EventSourceName", "Vigie")),
                        List.of()),
                new Element("EventID", List.of(qualifiers), List.of(new Value.Int(ValueType.UINT16, 7036))),
                leaf("Version", new Value.Int(ValueType.UINT8, 255)),
                leaf("Level", new Value.Int(ValueType.UINT8, 2)),
                leaf("Task", new Value.Int(ValueType.UINT16, 65535)),
                leaf("Opcode", new Value.Int(ValueType.UINT8, 1)),
                leaf("Keywords", new Value.Int(ValueType.HEX_INT64, -1)),
                time(id),
                leaf("EventRecordID", new Value.Int(ValueType.UINT64, id)),
                new Element("Correlation", List.of(new Attribute("ActivityID", new Value.GuidValue(ACTIVITY)),
                        new Attribute("RelatedActivityID", new Value.GuidValue(new Guid(1, 2)))), List.of()),
                new Element("Execution", List.of(number("ProcessID", ValueType.UINT32, 0xFFFFFFFFL),
                        number("ThreadID", ValueType.UINT32, 2), number("ProcessorID", ValueType.UINT8, 3),
                        number("SessionID", ValueType.UINT32, 4), number("KernelTime", ValueType.UINT32, 5),
                        number("UserTime", ValueType.UINT32, 6), number("ProcessorTime", ValueType.UINT64, 7)),
                        List.of()),
                leaf("Channel", new Value.Text("System")),
                leaf("Computer", new Value.Text("srv1")),
                new Element("Security", List.of(new Attribute("UserID", new Value.SidValue(Sid.parse("S-1-5-18")))),
                        List.of()))),
                eventData(Map.of())));
    }

    static Event noOptionalSystemField(long id) {
        return root(List.of(new Element("System", List.of(), List.of(
                new Element("Provider", List.of(text("Name", "Vigie-Test")), List.of()),
                leaf("EventID", new Value.Int(ValueType.UINT16, 1)),
                time(id),
                leaf("EventRecordID", new Value.Int(ValueType.UINT64, id)),
                leaf("Channel", new Value.Text("System")),
                leaf("Computer", new Value.Text("srv1"))))));
    }

    static Event classic(long id) {
        return root(List.of(new Element("System", List.of(), List.of(
                new Element("Provider", List.of(text("Name", "Service Control Manager")), List.of()),
                new Element("EventID", List.of(number("Qualifiers", ValueType.UINT16, 16384)),
                        List.of(new Value.Int(ValueType.UINT16, 7036))),
                leaf("Level", new Value.Int(ValueType.UINT8, 4)),
                leaf("Task", new Value.Int(ValueType.UINT16, 0)),
                leaf("Keywords", new Value.Int(ValueType.HEX_INT64, 0x80000000000000L)),
                time(id),
                leaf("EventRecordID", new Value.Int(ValueType.UINT64, id)),
                leaf("Channel", new Value.Text("System")),
                leaf("Computer", new Value.Text("srv1")),
                new Element("Security", List.of(), List.of()))),
                new Element("EventData", List.of(), List.of(
                        leaf("Data", new Value.Text("Windows Remote Management")),
                        leaf("Data", new Value.Text("stopped")),
                        leaf("Binary", new Value.Binary(new byte[]{0x57, 0, 0x2F, 0, (byte) 0xFF}))))));
    }

    static Map<String, Value> scalars() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("Null", Value.Null.NULL);
        values.put("String", new Value.Text("text"));
        values.put("AnsiString", new Value.Text(ValueType.ANSI_STRING, "ansi text"));
        values.put("Int8", new Value.Int(ValueType.INT8, -128));
        values.put("UInt8", new Value.Int(ValueType.UINT8, 255));
        values.put("Int16", new Value.Int(ValueType.INT16, -32768));
        values.put("UInt16", new Value.Int(ValueType.UINT16, 65535));
        values.put("Int32", new Value.Int(ValueType.INT32, Integer.MIN_VALUE));
        values.put("UInt32", new Value.Int(ValueType.UINT32, 0xFFFFFFFFL));
        values.put("Int64", new Value.Int(ValueType.INT64, Long.MIN_VALUE));
        values.put("UInt64", new Value.Int(ValueType.UINT64, -1));
        values.put("Real32", new Value.Real(ValueType.REAL32, 1.5));
        values.put("Real64", new Value.Real(ValueType.REAL64, -2.25));
        values.put("True", new Value.Bool(true));
        values.put("False", new Value.Bool(false));
        values.put("Binary", new Value.Binary(new byte[]{0, 1, (byte) 0xFE}));
        values.put("Guid", new Value.GuidValue(ACTIVITY));
        values.put("SizeT", new Value.Int(ValueType.SIZE_T, 0x7FFE1234));
        values.put("FileTime", new Value.Time(START));
        values.put("SystemTime", new Value.SystemTime(LocalDateTime.of(2026, 3, 18, 8, 14, 3, 123_000_000)));
        values.put("Sid", new Value.SidValue(Sid.parse("S-1-5-21-1004336348-1177238915-682003330-512")));
        values.put("HexInt32", new Value.Int(ValueType.HEX_INT32, 0xC000006DL));
        values.put("HexInt64", new Value.Int(ValueType.HEX_INT64, 0x3E7));
        return values;
    }

    static Map<String, Value> arrays() {
        Map<String, Value> values = new LinkedHashMap<>();
        scalars().forEach((name, value) -> {
            if (!Set.of(ValueType.NULL, ValueType.BINARY, ValueType.SIZE_T).contains(value.type())) {
                values.put(name, new Value.Array(value.type(), List.of(value, value)));
            }
        });
        values.put("Empty", new Value.Array(ValueType.STRING, List.of()));
        values.put("Gap", new Value.Array(ValueType.STRING,
                List.of(new Value.Text("a"), new Value.Text(""), new Value.Text("c"))));
        return values;
    }

    static Map<String, Value> texts() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("French", new Value.Text("Échec d’ouverture de session : « mot de passe »"));
        values.put("Russian", new Value.Text("Не удалось"));
        values.put("Markup", new Value.Text("<a href=\"x\">&amp;</a> 'q'"));
        values.put("Lines", new Value.Text("one\r\n\ttwo"));
        values.put("Empty", new Value.Text(""));
        return values;
    }

    static Element eventData(Map<String, Value> values) {
        return new Element("EventData", List.of(), values.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .<Node>map(entry -> new Element("Data", List.of(text("Name", entry.getKey())),
                        entry.getValue() == Value.Null.NULL ? List.of() : List.of(entry.getValue())))
                .toList());
    }

    static Element userData() {
        return new Element("UserData", List.of(), List.of(new Element("Operation_Failed",
                List.of(text("xmlns", "http://manifests.microsoft.com/win/2006/windows/WMI")),
                List.of(leaf("Id", new Value.GuidValue(ACTIVITY)),
                        new Element("Nested", List.of(number("code", ValueType.HEX_INT32, 0x80041003L)),
                                List.of(leaf("Count", new Value.Int(ValueType.UINT32, 7)))),
                        new Element("Nothing", List.of(), List.of())))));
    }

    /** Text beside elements, which no provider of Windows is known to write. */
    static Element mixed() {
        return new Element("UserData", List.of(), List.of(new Element("Note", List.of(),
                List.of(new Value.Text("before "), leaf("b", new Value.Int(ValueType.UINT32, 7)),
                        new Value.Text(" after")))));
    }

    private static Element leaf(String name, Value value) {
        return new Element(name, List.of(), List.of(value));
    }

    private static Attribute text(String name, String value) {
        return new Attribute(name, new Value.Text(value));
    }

    private static Attribute number(String name, ValueType type, long bits) {
        return new Attribute(name, new Value.Int(type, bits));
    }
}
