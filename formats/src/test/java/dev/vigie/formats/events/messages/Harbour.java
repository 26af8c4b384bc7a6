package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.TestManifest.Field;
import dev.vigie.formats.windows.Guid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A provider of our own with a manifest, and a classic one, both with texts in two languages. */
final class Harbour {
    static final Guid GUID = Guid.parse("{0a1b2c3d-1111-2222-3333-445566778899}");

    private Harbour() {
    }

    static TestManifest manifest() {
        return new TestManifest(GUID, "Acme-Harbour", 0x90000001L)
                .channel(16, 0x90000002L, "Acme-Harbour/Operational").level(2, 0x50000002L, "win:Error")
                .task(3, 0x70000003L, "Docking").opcode(10, 0, 0x3000000AL, "Moor")
                .opcode(10, 3, 0x3001000AL, "MoorAtDock").keyword(1L << 40, 0x10000028L, "Cargo")
                .map("Berths", false, 1, 0xD0000001L, 2, 0xD0000002L)
                .map("Flags", true, 1, 0xF0000001L, 4, 0xF0000002L)
                .eventData(new Field("Ship", 1, 1, -1), new Field("Berth", 8, 8, 0),
                        new Field("Status", 8, 0x1F, -1), new Field("Signals", 8, 8, 1))
                .userData("Manoeuvre", List.of(1, 0), new Field("First", 1, 1, -1), new Field("Second", 1, 1, -1))
                .event(100, 0, 2, 0xB0000064L, 0).event(101, 0, 2, 0xB0000065L, 1).event(102, 0, 2, 0xFFFFFFFFL, -1);
    }

    static Map<Integer, String> english() {
        Map<Integer, String> texts = new HashMap<>();
        texts.put(0x90000001, "Acme Harbour\r\n");
        texts.put(0x90000002, "Harbour log\r\n");
        texts.put(0x50000002, "Error\r\n");
        texts.put(0x70000003, "Docking of ships\r\n");
        texts.put(0x3000000A, "Mooring\r\n");
        texts.put(0x3001000A, "Mooring at the dock\r\n");
        texts.put(0x10000028, "Cargo ships\r\n");
        texts.put(0xD0000001, "North quay\r\n");
        texts.put(0xD0000002, "South quay\r\n");
        texts.put(0xF0000001, "Flag\r\n");
        texts.put(0xF0000002, "Horn\r\n");
        texts.put(0xB0000064, "Ship %1 moored at %2.%n%tStatus: %3%n%tSignals: %4%n%tReason: %%7%r\n");
        texts.put(0xB0000065, "First %1, then %2.\r\n");
        return texts;
    }

    static Map<Integer, String> french() {
        return Map.of(0xB0000064, "Le navire %1 est amarré : %2.\r\n", 0x50000002, "Erreur\r\n", 0xD0000001,
                "quai nord\r\n");
    }

    static Map<Integer, String> parameters() {
        return Map.of(7, "Fog%0\r\n", 8, "Ice\r\n");
    }

    /** The texts of a classic provider: severity and facility are part of their ids. */
    static Map<Integer, String> classic() {
        return Map.of(0xC0040007, "Pump %1 of %2 failed: %3 (%1!04d!)\r\n", 0x40040007, "Pump %1 runs\r\n", 1,
                "Pumps\r\n");
    }
}
