package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.Recovery.Origin;
import dev.vigie.formats.events.Recovery.TemplateSource;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.windows.Guid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 240, unit = TimeUnit.SECONDS)
class EvtxRecoveryTest {
    private static final long SEED = 20_261_123;
    private static final Recovery OLD_ROUND = new Recovery(Origin.SLACK, TemplateSource.OWN);
    private static final Guid TEMPLATE = new Guid(0x1122_3344_5566_7788L, 0x99AA_BBCC_DDEE_FF00L);

    private static List<Event> events(LongFunction<Event> kind, long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(kind).toList();
    }

    private static byte[] log(List<Event> events) {
        return EvtxWriterSamples.write(events, EvtxWriterOptions.DEFAULT);
    }

    /** The only chunk of a log. */
    private static byte[] chunk(List<Event> events) {
        return Arrays.copyOfRange(log(events), EvtxHeader.SIZE, EvtxHeader.SIZE + Chunk.SIZE);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(SEED).nextBytes(noise);
        return noise;
    }

    private static byte[] fileHeader() {
        return Arrays.copyOf(log(List.of()), EvtxHeader.SIZE);
    }

    /** A chunk that was used again before it was full: what the new round did not reach is still there. */
    private static byte[] usedAgain(byte[] oldRound, byte[] newRound) {
        byte[] chunk = oldRound.clone();
        System.arraycopy(newRound, 0, chunk, 0, LittleEndian.i32(newRound, 48));
        return chunk;
    }

    private static List<Event> recovered(byte[] log) throws IOException {
        try (EvtxFile file = EvtxFile.of("test.evtx", log)) {
            return Recording.of(file.recovery()).events;
        }
    }

    private static List<Event> carved(byte[] bytes) throws IOException {
        return Recording.of(EvtxRecovery.of("test.bin", bytes, EvtxReadOptions.defaults())).events;
    }

    private static Set<Recovery> recoveries(List<Event> events) {
        Set<Recovery> recoveries = new HashSet<>();
        events.forEach(event -> recoveries.add(event.recovery()));
        return recoveries;
    }

    @Test
    void wholeLog_hasNothingToRecover() throws IOException {
        assertThat(recovered(log(events(EvtxWriterSamples::logon, 1, 500)))).isEmpty();
    }

    @Test
    void slack_ofAnOlderRound_isRecoveredAndMarked() throws IOException {
        List<Event> old = events(EvtxWriterSamples::logon, 1, 60);
        byte[] log = join(fileHeader(), usedAgain(chunk(old), chunk(events(EvtxWriterSamples::logon, 500, 510))));
        List<Event> recovered = recovered(log);
        // The new round wrote the same templates at the same place.
        assertThat(recovered).hasSizeBetween(40, 50).isEqualTo(old.subList(60 - recovered.size(), 60));
        assertThat(recoveries(recovered)).containsExactly(OLD_ROUND);
        assertThat(Recording.of(log).events).extracting(Event::recordId).containsExactlyElementsOf(
                LongStream.rangeClosed(500, 510).boxed().toList());
        assertThat(Recording.of(log).events).allMatch(event -> event.recovery() == null);
    }

    @Test
    void slack_whoseTemplatesAreInAnotherChunk_isRecoveredWithNames() throws IOException {
        List<Event> old = events(EvtxWriterSamples::logon, 1, 60);
        byte[] log = join(fileHeader(), usedAgain(chunk(old), chunk(events(EvtxWriterSamples::classic, 500, 520))),
                chunk(events(EvtxWriterSamples::logon, 521, 525)));
        List<Event> recovered = recovered(log);
        assertThat(recovered).hasSizeGreaterThan(20).isEqualTo(old.subList(60 - recovered.size(), 60));
        assertThat(recoveries(recovered))
                .containsExactly(new Recovery(Origin.SLACK, TemplateSource.ELSEWHERE));
    }

    @Test
    void slack_whoseTemplatesAreGone_keepsSystemFieldsAndValuesInOrder() throws IOException {
        List<Event> old = events(EvtxWriterSamples::logon, 1, 60);
        byte[] log = join(fileHeader(), usedAgain(chunk(old), chunk(events(EvtxWriterSamples::classic, 500, 520))));
        List<Event> recovered = recovered(log);
        assertThat(recovered).hasSizeGreaterThan(20);
        assertThat(recoveries(recovered)).containsExactly(new Recovery(Origin.SLACK, TemplateSource.NONE));
        Event first = recovered.getFirst();
        Event original = old.get((int) first.recordId() - 1);
        for (SystemField field : List.of(SystemField.EVENT_ID, SystemField.LEVEL, SystemField.TIME_CREATED,
                SystemField.PROVIDER_NAME, SystemField.CHANNEL, SystemField.PROCESS_ID)) {
            assertThat(first.system(field)).as(field.name()).isEqualTo(original.system(field));
        }
        assertThat(first.data()).extracting(Datum::value)
                .isEqualTo(original.data().stream().map(Datum::value).toList());
        assertThat(first.data()).extracting(Datum::name).containsOnly("");
    }

    @Test
    void recordAmongDamage_thatReadingLoses_isRecovered() throws IOException {
        List<Event> events = events(EvtxWriterSamples::logon, 1, 20);
        byte[] log = join(log(events), chunk(events(EvtxWriterSamples::logon, 21, 25)));
        int definition = LittleEndian.i32(log, LogBytes.FIRST_RECORD + 24 + 4 + 6);
        // The length of the definition: everything that uses it cannot be read.
        log[EvtxHeader.SIZE + definition + 23] = 0x7F;
        assertThat(Recording.of(log).events).extracting(Event::recordId).containsExactly(21L, 22L, 23L, 24L, 25L);
        List<Event> recovered = recovered(log);
        // The first record holds the definition, so that its values cannot be found.
        assertThat(recovered.subList(1, 20)).isEqualTo(events.subList(1, 20));
        assertThat(recovered.getFirst().recordId()).isEqualTo(1);
        assertThat(recovered.getFirst().timeCreated()).isEqualTo(events.getFirst().timeCreated());
        assertThat(recovered).allMatch(event -> event.recovery() != null
                && event.recovery().origin() == Origin.DAMAGED);
    }

    @Test
    void chunk_offTheGrid_isFound() throws IOException {
        List<Event> first = events(EvtxWriterSamples::logon, 1, 20);
        List<Event> second = events(EvtxWriterSamples::logon, 21, 70);
        byte[] log = join(log(first), new byte[1000], chunk(second), new byte[64_536]);
        List<Event> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(Recording.of(EvtxRecovery.withLog("test.evtx", log, EvtxReadOptions.defaults())).events)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void chunks_inAnyFile_areFound() throws IOException {
        List<Event> first = events(EvtxWriterSamples::logon, 1, 40);
        List<Event> second = events(EvtxWriterSamples::classic, 90, 150);
        byte[] image = join(noise(77_777), chunk(first), noise(123_457), chunk(second), noise(4_000));
        List<Event> carved = carved(image);
        List<Event> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(carved).isEqualTo(all);
        assertThat(recoveries(carved)).containsExactly(new Recovery(Origin.CHUNK, TemplateSource.OWN));
        assertThat(carved.getFirst().place().offset()).isEqualTo(77_777 + Chunk.HEADER_SIZE);
    }

    @Test
    void sameChunkTwice_isGivenOnce() throws IOException {
        List<Event> events = events(EvtxWriterSamples::logon, 1, 40);
        assertThat(carved(join(chunk(events), noise(512), chunk(events)))).isEqualTo(events);
        assertThat(recovered(join(log(events), new byte[512], chunk(events)))).isEmpty();
    }

    @Test
    void overlappingChunks_giveWhatIsLeftOfBoth() throws IOException {
        List<Event> first = events(EvtxWriterSamples::logon, 1, 60);
        List<Event> second = events(EvtxWriterSamples::classic, 90, 150);
        byte[] image = join(noise(3_000), chunk(first), noise(70_000));
        byte[] over = chunk(second);
        int cut = 3_000 + 16_384;
        System.arraycopy(over, 0, image, cut, over.length);
        List<Event> carved = carved(image);
        assertThat(carved).containsAll(second);
        assertThat(carved.size()).isGreaterThan(second.size() + 10);
        assertThat(carved.subList(0, carved.size() - second.size()))
                .isEqualTo(first.subList(0, carved.size() - second.size()));
    }

    @Test
    void looseRecords_tellByTheirDefinitionWhereTheirChunkWas() throws IOException {
        List<Event> events = events(EvtxWriterSamples::logon, 1, 20);
        byte[] chunk = chunk(events);
        byte[] image = join(noise(5_000), Arrays.copyOfRange(chunk, Chunk.HEADER_SIZE, LittleEndian.i32(chunk, 48)),
                noise(70_000));
        List<Event> carved = carved(image);
        assertThat(carved).isEqualTo(events);
        assertThat(recoveries(carved)).containsExactly(new Recovery(Origin.LOOSE, TemplateSource.OWN));
    }

    @Test
    void looseRecord_withoutDefinition_keepsItsSystemFields() throws IOException {
        List<Event> events = events(EvtxWriterSamples::logon, 1, 2);
        byte[] chunk = chunk(events);
        int second = Chunk.HEADER_SIZE + LittleEndian.i32(chunk, Chunk.HEADER_SIZE + 4);
        List<Event> carved = carved(join(noise(100), Arrays.copyOfRange(chunk, second, LittleEndian.i32(chunk, 48))));
        assertThat(carved).hasSize(1);
        assertThat(carved.getFirst().recovery()).isEqualTo(new Recovery(Origin.LOOSE, TemplateSource.NONE));
        assertThat(carved.getFirst().recordId()).isEqualTo(2);
        assertThat(carved.getFirst().system(SystemField.EVENT_ID))
                .isEqualTo(events.getLast().system(SystemField.EVENT_ID));
        assertThat(carved.getFirst().timeCreated()).isEqualTo(events.getLast().timeCreated());
    }

    @Test
    void templateId_thatIsNotTheDefinitions_isNotBelieved() throws IOException {
        int[] definition = new int[1];
        byte[] log = new LogBytes()
                .record(out -> out.instance(TEMPLATE, definition,
                        body -> body.definedElement("Event", 0xFFFF, event -> event.substitution(0, 1)),
                        LogBytes.string("one")))
                .record(out -> out.instance(definition[0], LogBytes.string("two"))).toBytes();
        // As slack the second record is not sure of its template: it states another id.
        byte[] chunk = Arrays.copyOfRange(log, EvtxHeader.SIZE, log.length);
        List<Event> carved = carved(chunk);
        assertThat(carved).hasSize(2);
        assertThat(carved.get(1).data()).extracting(datum -> datum.value().text()).containsExactly("two");
        assertThat(carved.get(1).recovery()).isEqualTo(new Recovery(Origin.CHUNK, TemplateSource.NONE));
    }

    @Test
    void undecodableRecord_stillGivesIdTimeAndBytes() throws IOException {
        byte[] log = LogBytes.of(out -> out.u8(0x33).u8(0x44).u8(0x55));
        List<Event> recovered = recovered(log);
        assertThat(Recording.of(log).events).isEmpty();
        assertThat(recovered).hasSize(1);
        assertThat(recovered.getFirst().recordId()).isEqualTo(1);
        assertThat(recovered.getFirst().timeCreated()).isNotNull();
        assertThat(recovered.getFirst().data()).extracting(datum -> datum.value().text())
                .containsExactly("0F01010033445500");
    }

    @Test
    void damagedAnyhow_readingAndRecoveryTogether_giveNoRecordTwiceAndLoseNone() throws IOException {
        byte[] log = join(log(events(EvtxWriterSamples::logon, 1, 150)),
                usedAgain(chunk(events(EvtxWriterSamples::logon, 300, 360)),
                        chunk(events(EvtxWriterSamples::classic, 500, 520))));
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = damaged(log, random);
            List<Event> read = Recording.of(damaged).events;
            List<Event> all = Recording
                    .of(EvtxRecovery.withLog("test.evtx", damaged, EvtxReadOptions.defaults())).events;
            assertThat(all.subList(0, read.size())).as("damage %d", i).isEqualTo(read);
            List<Event> more = all.subList(read.size(), all.size());
            assertThat(more).allMatch(event -> event.recovery() != null);
            Set<Long> offsets = new HashSet<>();
            assertThat(all).as("damage %d", i).allMatch(event -> offsets.add(event.place().offset()));
            Set<String> records = new HashSet<>();
            read.forEach(event -> records.add(identity(damaged, event)));
            assertThat(more).as("damage %d", i).allMatch(event -> records.add(identity(damaged, event)));
        }
    }

    private static String identity(byte[] bytes, Event event) {
        int at = (int) event.place().offset();
        return LittleEndian.i64(bytes, at + 8) + "/" + LittleEndian.i64(bytes, at + 16);
    }

    /** Zeroed, overwritten, cut, or with something pushed in; never the file's header. */
    private static byte[] damaged(byte[] log, Random random) {
        int at = EvtxHeader.SIZE + random.nextInt(log.length - EvtxHeader.SIZE);
        int length = random.nextInt(1 << random.nextInt(15));
        byte[] head = Arrays.copyOf(log, at);
        byte[] tail = Arrays.copyOfRange(log, Math.min(at + length, log.length), log.length);
        return switch (random.nextInt(4)) {
            case 0 -> join(head, new byte[length], tail);
            case 1 -> join(head, noise(length), tail);
            case 2 -> join(head, tail);
            default -> join(head, noise(length), Arrays.copyOfRange(log, at, log.length));
        };
    }

    @Test
    void samples_recovery_findsWhatLiesInTheSlackOfRealLogs() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        for (EvtxSamples.Log log : EvtxSamples.all()) {
            byte[] bytes = log.bytes();
            List<Event> recovered = recovered(bytes);
            Set<String> records = new HashSet<>();
            Recording.of(bytes).events.forEach(event -> records.add(identity(bytes, event)));
            assertThat(recovered).as(log.name()).allMatch(event -> records.add(identity(bytes, event)));
            for (Event event : recovered) {
                Recovery recovery = Objects.requireNonNull(event.recovery());
                found.merge(recovery.origin().key() + "/" + recovery.template().key(), 1, Integer::sum);
                assertThat(event.timeCreated()).as(event.toString()).isNotNull();
            }
        }
        System.out.printf("vigie.samples: recovered %s%n", found);
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(2_500);
    }
}
