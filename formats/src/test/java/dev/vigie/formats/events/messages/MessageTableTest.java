package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTableTest {
    private static Map<Integer, String> read(byte[] table, Charset codePage) throws Malformed {
        Map<Integer, String> texts = new LinkedHashMap<>();
        MessageTable.read(table, codePage, texts::put);
        return texts;
    }

    @Test
    void ranges_giveTheirIdsInOrder() throws Malformed {
        Map<Integer, String> texts = Map.of(0xC0000001, "high", 0xC0000002, "next", 7, "low");
        assertThat(read(TestImage.table(texts), StandardCharsets.US_ASCII)).containsExactlyInAnyOrderEntriesOf(texts)
                .containsOnlyKeys(7, 0xC0000001, 0xC0000002);
    }

    @Test
    void ansiAndUtf8_areReadAsTheyAreMarked() throws Malformed {
        byte[] table = new Bytes().u32(1, 1, 2, 16).u16(8, 0).u8(0xE9, 't', 0xE9, 0).u16(8, 2).u8(0xC3, 0xA9, 0, 0)
                .toBytes();
        assertThat(read(table, Cultures.codePage(0x40C))).containsExactly(Map.entry(1, "été"), Map.entry(2, "é"));
    }

    @Test
    void rangeThatNeverEnds_stopsAtTheEndOfTheTable() {
        byte[] table = new Bytes().u32(1, 0, 0xFFFFFFFFL, 16).u16(4, 1).u16(4, 1).toBytes();
        Map<Integer, String> texts = new LinkedHashMap<>();
        assertThatThrownBy(() -> MessageTable.read(table, StandardCharsets.US_ASCII, texts::put))
                .isInstanceOf(Malformed.class);
        assertThat(texts).containsOnlyKeys(0, 1);
    }

    @Test
    void blocksThatShareEntries_areReadNoOftenerThanTheTableIsLarge() {
        Bytes table = new Bytes().u32(1000);
        for (int i = 0; i < 1000; i++) {
            table.u32(1000L * i, 1000L * i + 99, 4 + 12 * 1000);
        }
        for (int i = 0; i < 100; i++) {
            table.u16(24, 1).raw(new byte[20]);
        }
        int[] count = {0};
        assertThatThrownBy(() -> MessageTable.read(table.toBytes(), StandardCharsets.US_ASCII, (_, _) -> count[0]++))
                .isInstanceOf(Malformed.class);
        assertThat(count[0]).isLessThan(700);
    }

    @Test
    void entryShorterThanItsOwnHead_isDamage() {
        byte[] table = new Bytes().u32(1, 5, 5, 16).u16(0, 1).toBytes();
        assertThatThrownBy(() -> read(table, StandardCharsets.US_ASCII)).isInstanceOf(Malformed.class);
    }
}
