package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.RandomEvents;
import dev.vigie.formats.events.evtx.EvtxWriterSamples.Sample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the bytes of written logs against the layout of the format, without the reader. */
class EvtxWriterStructureTest {
    private static final int HEADER = 4096;
    private static final int CHUNK = 65536;
    private static final int FIRST_RECORD = 512;

    static Stream<Arguments> logs() {
        Map<String, Sample> logs = EvtxWriterSamples.all();
        RandomEvents random = new RandomEvents(new Random(7));
        logs.put("random", new Sample(LongStream.rangeClosed(1, 400).mapToObj(random::next).toList()));
        return logs.entrySet().stream().map(log -> Arguments.of(log.getKey(), log.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void fileHeader_ofAnyLog_countsChunksAndChecksItself(String name, Sample log) {
        Block file = new Block(log.bytes());
        int chunks = (file.bytes.length - HEADER) / CHUNK - log.options().emptyChunks();
        assertThat((file.bytes.length - HEADER) % CHUNK).isZero();
        assertThat(ascii(file, 0)).isEqualTo("ElfFile\0");
        assertThat(file.getLong(8)).isZero();
        assertThat(file.getLong(16)).isEqualTo(chunks - 1);
        assertThat(file.getLong(24)).isEqualTo(log.events().getLast().recordId() + 1);
        assertThat(file.getInt(32)).isEqualTo(128);
        assertThat(file.getShort(36)).isEqualTo((short) log.options().minorVersion());
        assertThat(file.getShort(38)).isEqualTo((short) 3);
        assertThat(file.getShort(40)).isEqualTo((short) HEADER);
        assertThat(file.getShort(42)).isEqualTo((short) chunks);
        assertThat(file.getInt(120)).isEqualTo(log.options().dirty() ? 1 : 0);
        assertThat(file.getInt(124)).isEqualTo(crc(file, 0, 120));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void chunks_ofAnyLog_holdAllRecordsInOrder(String name, Sample log) {
        List<Long> ids = new ArrayList<>();
        long number = 1;
        for (Block chunk : chunks(log)) {
            List<Integer> records = records(chunk);
            assertThat(ascii(chunk, 0)).isEqualTo("ElfChnk\0");
            assertThat(chunk.getLong(8)).isEqualTo(number);
            number += records.size();
            assertThat(chunk.getLong(16)).isEqualTo(number - 1);
            assertThat(chunk.getLong(24)).isEqualTo(chunk.getLong(records.getFirst() + 8));
            assertThat(chunk.getLong(32)).isEqualTo(chunk.getLong(records.getLast() + 8));
            assertThat(chunk.getInt(40)).isEqualTo(128);
            assertThat(chunk.getInt(44)).isEqualTo(records.getLast());
            assertThat(chunk.getInt(120)).isEqualTo(1);
            records.forEach(record -> ids.add(chunk.getLong(record + 8)));
        }
        assertThat(ids).isEqualTo(log.events().stream().map(Event::recordId).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void chunks_ofAnyLog_haveRightChecksumsAndNothingBehindTheRecords(String name, Sample log) {
        for (Block chunk : chunks(log)) {
            int free = chunk.getInt(48);
            assertThat(chunk.getInt(52)).isEqualTo(crc(chunk, FIRST_RECORD, free));
            CRC32 header = new CRC32();
            header.update(chunk.bytes, 0, 120);
            header.update(chunk.bytes, 128, 384);
            assertThat(chunk.getInt(124)).isEqualTo((int) header.getValue());
            assertThat(Arrays.equals(chunk.bytes, free, CHUNK, new byte[CHUNK], free, CHUNK)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void nameChains_ofAnyLog_leadToEveryNameOnce(String name, Sample log) {
        for (Block chunk : chunks(log)) {
            Map<String, Integer> names = new HashMap<>();
            for (int bucket = 0; bucket < 64; bucket++) {
                for (int at : chain(chunk, 128 + 4 * bucket)) {
                    String text = name(chunk, at);
                    assertThat(names.put(text, at)).isNull();
                    assertThat(chunk.getShort(at + 4)).isEqualTo((short) hash(text.length(), text::charAt));
                    assertThat((int) (hash(text.length(), text::charAt) % 64)).isEqualTo(bucket);
                    assertThat(chunk.getShort(at + 8 + 2 * text.length())).isZero();
                }
            }
            assertThat(names).containsKeys("Event", "System", "Provider", "EventID", "TimeCreated", "SystemTime");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void templateChains_ofAnyLog_leadToEveryDefinitionOnce(String name, Sample log) {
        for (Block chunk : chunks(log)) {
            Set<String> guids = new HashSet<>();
            for (int bucket = 0; bucket < 32; bucket++) {
                for (int at : chain(chunk, 384 + 4 * bucket)) {
                    assertThat(guids.add(Long.toHexString(chunk.getLong(at + 4)) + chunk.getLong(at + 12))).isTrue();
                    assertThat(hash(8, unit -> chunk.getShort(at + 4 + 2 * unit) & 0xFFFF) % 32).isEqualTo(bucket);
                    int size = chunk.getInt(at + 20);
                    assertThat(chunk.getInt(at + 24)).isEqualTo(0x0001010F);
                    assertThat(chunk.get(at + 24 + size - 1)).isZero();
                }
            }
            assertThat(guids.isEmpty()).isNotEqualTo(log.options().templates());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void writing_twice_givesTheSameBytes(String name, Sample log) {
        assertThat(log.bytes()).isEqualTo(log.bytes());
    }

    @Test
    void templates_ofEventsOfOneShape_areSharedWhateverTheirValuesAndOptionalFields() {
        Sample log = new Sample(List.of(EvtxWriterSamples.logon(1), EvtxWriterSamples.logon(2)));
        Block chunk = chunks(log).getFirst();
        List<Integer> records = records(chunk);
        assertThat(chunk.getInt(records.get(1) + 34)).isEqualTo(0x226);
        assertThat(chunk.getInt(records.get(1) + 4)).isLessThan(chunk.getInt(records.get(0) + 4) / 3);
    }

    @Test
    void preallocatedChunks_areZeroAndNotCounted() {
        byte[] file = new Sample(List.of(EvtxWriterSamples.logon(1)),
                EvtxWriterOptions.DEFAULT.withEmptyChunks(2)).bytes();
        assertThat(file).hasSize(HEADER + 3 * CHUNK);
        assertThat(Arrays.copyOfRange(file, HEADER + CHUNK, file.length)).containsOnly(0);
        assertThat(new Block(file).getShort(42)).isEqualTo((short) 1);
    }

    @Test
    void noEvents_giveAHeaderAlone() {
        byte[] file = new Sample(List.of()).bytes();
        assertThat(file).hasSize(HEADER);
        assertThat(new Block(file).getLong(24)).isEqualTo(1);
    }

    private static List<Block> chunks(Sample log) {
        byte[] file = log.bytes();
        List<Block> chunks = new ArrayList<>();
        int end = file.length - CHUNK * log.options().emptyChunks();
        for (int at = HEADER; at < end; at += CHUNK) {
            chunks.add(new Block(Arrays.copyOfRange(file, at, at + CHUNK)));
        }
        return chunks;
    }

    /** Where the records start; checks their frame on the way. */
    private static List<Integer> records(Block chunk) {
        List<Integer> records = new ArrayList<>();
        int at = FIRST_RECORD;
        int free = chunk.getInt(48);
        while (at < free) {
            int size = chunk.getInt(at + 4);
            assertThat(chunk.getInt(at)).isEqualTo(0x2A2A);
            assertThat(size % 8).isZero();
            assertThat(chunk.getInt(at + size - 4)).isEqualTo(size);
            records.add(at);
            at += size;
        }
        assertThat(at).isEqualTo(free).isLessThanOrEqualTo(CHUNK - 8);
        return records;
    }

    private static List<Integer> chain(Block chunk, int head) {
        List<Integer> chain = new ArrayList<>();
        int last = CHUNK;
        for (int at = chunk.getInt(head); at != 0; at = chunk.getInt(at)) {
            assertThat(at).isBetween(FIRST_RECORD, last - 1);
            chain.add(at);
            last = at;
        }
        return chain;
    }

    private static String name(Block chunk, int at) {
        int length = chunk.getShort(at + 6) & 0xFFFF;
        return new String(chunk.bytes, at + 8, 2 * length, StandardCharsets.UTF_16LE);
    }

    private static long hash(int length, IntToLongFunction unit) {
        long hash = 0;
        for (int i = 0; i < length; i++) {
            hash = (hash * 65599 + unit.applyAsLong(i)) & 0xFFFFFFFFL;
        }
        return hash;
    }

    private static int crc(Block block, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(block.bytes, from, to - from);
        return (int) crc.getValue();
    }

    private static String ascii(Block block, int at) {
        return new String(block.bytes, at, 8, StandardCharsets.US_ASCII);
    }

    /** Bytes as little-endian numbers. */
    private static final class Block {
        private final byte[] bytes;
        private final ByteBuffer buffer;

        Block(byte[] bytes) {
            this.bytes = bytes;
            this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }

        byte get(int offset) {
            return buffer.get(offset);
        }

        short getShort(int offset) {
            return buffer.getShort(offset);
        }

        int getInt(int offset) {
            return buffer.getInt(offset);
        }

        long getLong(int offset) {
            return buffer.getLong(offset);
        }
    }
}
