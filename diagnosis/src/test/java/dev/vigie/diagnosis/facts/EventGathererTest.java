package dev.vigie.diagnosis.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.EventSource;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxProblem;
import dev.vigie.formats.events.evtx.EvtxWriter;
import dev.vigie.formats.events.evtx.EvtxWriterOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventGathererTest {
    private static final Instant T = Events.NOW.minus(Duration.ofDays(1));
    private static final EventSelector RCM = new EventSelector("rcm", Events.RCM, Optional.of("TermService"),
            Optional.of("System"), Set.of(1056, 1058));
    private static final EventSelector ANY_CA = new EventSelector("ca", "Microsoft-Windows-CertificationAuthority",
            Optional.empty(), Optional.empty(), Set.of());

    private static final int LARGE = 6000;

    private static GatheredLogs gather(Events... logs) throws InterruptedException {
        List<EventInput> inputs = new ArrayList<>();
        for (Events log : logs) {
            inputs.add(EventInput.of(log));
        }
        return new EventGatherer(List.of(RCM, ANY_CA), 2, 3).gather(inputs);
    }

    private static Events rcm(Instant... times) {
        Events log = Events.since(Events.LONG_AGO);
        for (Instant time : times) {
            log.rcm(1058, time, new Value.Text("x"));
        }
        return log;
    }

    @Test
    void gather_wantedAndOtherEvents_keepsOnlyTheWanted() throws InterruptedException {
        GatheredLogs logs = gather(rcm(T).event("Schannel", 1058, T, Map.of()).rcm(1, T, new Value.Text("x")));

        assertThat(logs.machines()).singleElement()
                .satisfies(machine -> assertThat(machine.kept("rcm").events()).hasSize(1));
        assertThat(logs.sources().getFirst().records()).isEqualTo(4);
    }

    @Test
    void gather_providerInOtherLettersOrByClassicName_isFound() throws InterruptedException {
        GatheredLogs logs = gather(Events.since(Events.LONG_AGO)
                .event("MICROSOFT-windows-TerminalServices-RemoteConnectionManager", 1056, T, Map.of())
                .event("termservice", 1058, T, Map.of()));

        assertThat(logs.machines().getFirst().kept("rcm").events()).hasSize(2);
    }

    @Test
    void gather_selectorWithoutIdsOrChannel_takesAllOfTheProvider() throws InterruptedException {
        GatheredLogs logs = gather(Events.since(Events.LONG_AGO).in("Application")
                .event("Microsoft-Windows-CertificationAuthority", 77, T, Map.of()));

        assertThat(logs.machines().getFirst().kept("ca").events()).hasSize(1);
    }

    @Test
    void gather_sameRecordsTwice_countOnce() throws InterruptedException {
        GatheredLogs logs = gather(rcm(T), rcm(T));

        MachineLogs machine = logs.machines().getFirst();
        assertThat(machine.kept("rcm").events()).hasSize(1);
        assertThat(machine.coverage("SYSTEM").orElseThrow().records()).isEqualTo(2);
    }

    @Test
    void gather_moreThanTheLimit_keepsTheNewestAndTheOldest() throws InterruptedException {
        GatheredLogs logs = gather(rcm(T, T.plusSeconds(1), T.plusSeconds(2), T.plusSeconds(3), T.plusSeconds(4)));

        MachineLogs.KeptEvents kept = logs.machines().getFirst().kept("rcm");
        assertThat(kept.events()).extracting(LogEvent::time).containsExactly(T, T.plusSeconds(2), T.plusSeconds(3),
                T.plusSeconds(4));
        assertThat(kept.dropped()).isEqualTo(1);
        assertThat(logs.problems()).extracting(Problem::code).contains(GatherProblem.TOO_MANY_EVENTS);
    }

    @Test
    void coverage_missingRecordNumbers_isAHole() throws InterruptedException {
        GatheredLogs logs = gather(rcm(T).lose(5).neutral(T.plusSeconds(60)));

        assertThat(coverage(logs).holes())
                .containsExactly(
                        new Coverage.Hole(Coverage.Kind.GAP, Optional.of(T), Optional.of(T.plusSeconds(60)), 5));
    }

    @Test
    void coverage_gapFilledByAnotherSource_isNoHole() throws InterruptedException {
        Events rest = Events.empty("Archive.evtx").from(3).neutral(T.plusSeconds(10));

        assertThat(coverage(gather(rcm(T).lose(1).neutral(T.plusSeconds(60)), rest)).holes()).isEmpty();
    }

    @Test
    void coverage_damageBetweenRecords_isAHoleBetweenThem() throws InterruptedException {
        Problem damage = Problem.of(EvtxProblem.NOT_AN_EVENT_LOG, Place.of("System.evtx"), "00");
        GatheredLogs logs = gather(rcm(T).damage(damage).neutral(T.plusSeconds(60)));

        assertThat(coverage(logs).holes()).containsExactly(
                new Coverage.Hole(Coverage.Kind.DAMAGE, Optional.of(T), Optional.of(T.plusSeconds(60)), 0));
        assertThat(logs.problems()).containsExactly(damage);
    }

    @Test
    void coverage_damageBetweenAnyTwoRecords_isBoundedAndCoversAll() throws InterruptedException {
        Problem damage = Problem.of(EvtxProblem.NOT_AN_EVENT_LOG, Place.of("System.evtx"), "00");
        Events log = Events.since(Events.LONG_AGO);
        for (int i = 0; i < 5000; i++) {
            log.damage(damage).neutral(T.plusSeconds(i));
        }
        Coverage coverage = coverage(gather(log));

        assertThat(coverage.holes()).hasSizeLessThanOrEqualTo(1000);
        for (int i : new int[]{1, 999, 1001, 3000, 4999}) {
            assertThat(coverage.holeWithin(T.plusSeconds(i - 1), T.plusSeconds(i))).as("hole %d", i).isPresent();
        }
    }

    @Test
    void coverage_damageAtTheEnd_isOpen() throws InterruptedException {
        Problem damage = Problem.of(EvtxProblem.NOT_AN_EVENT_LOG, Place.of("System.evtx"), "00");

        Coverage.Hole hole = coverage(gather(rcm(T).damage(damage))).holes().getFirst();

        assertThat(hole.touches(T, T)).isTrue();
        assertThat(hole.touches(T.minusSeconds(60), T.minusSeconds(1))).isFalse();
    }

    @Test
    void coverage_mostNumbersMissing_isFiltered() throws InterruptedException {
        Events log = Events.since(Events.LONG_AGO);
        for (int i = 0; i < 5; i++) {
            log.lose(100).rcm(1058, T.plusSeconds(i), new Value.Text("x"));
        }

        assertThat(coverage(gather(log)).holes()).singleElement()
                .satisfies(hole -> assertThat(hole.kind()).isEqualTo(Coverage.Kind.FILTERED));
    }

    @Test
    void coverage_logCleared_isKnown() throws InterruptedException {
        GatheredLogs logs = gather(Events.since(Events.LONG_AGO).event("Microsoft-Windows-Eventlog", 104, T,
                Map.of("Channel", new Value.Text("System"))));

        assertThat(coverage(logs).cleared()).containsExactly(T);
    }

    @Test
    void clock_setBack_isAStep() throws InterruptedException {
        GatheredLogs logs = gather(rcm(T).neutral(T.minus(Duration.ofHours(2))));

        assertThat(logs.machines().getFirst().clockSteps())
                .containsExactly(new MachineLogs.ClockStep("System", T, T.minus(Duration.ofHours(2))));
    }

    @Test
    void machines_shortAndFullName_areOne() throws InterruptedException {
        GatheredLogs logs = gather(rcm(T), Events.since(T).on("srv1.corp.example").in("Application").neutral(T));

        assertThat(logs.machines()).hasSize(1);
    }

    @Test
    void machines_shortNameOfTwoFullNames_staysApart() throws InterruptedException {
        GatheredLogs logs = gather(rcm(T), Events.empty("a").on("srv1.corp.example").neutral(T),
                Events.empty("b").on("srv1.other.example").neutral(T));

        assertThat(logs.machines()).hasSize(3);
    }

    @Test
    void machines_renamedThousandsOfTimes_areOne() throws InterruptedException {
        Events log = Events.empty("System.evtx");
        for (int i = 0; i < 5000; i++) {
            log.on("WIN-" + i).neutral(T.plusSeconds(i));
        }
        assertThat(gather(log).machines()).singleElement()
                .satisfies(machine -> assertThat(machine.names()).hasSize(5000));
    }

    @Test
    void machines_renamedWithinOneFile_areOneWithBothNames() throws InterruptedException {
        GatheredLogs logs = gather(
                Events.empty("System.evtx").on("WIN-OLD").neutral(T).on("SRV9").neutral(T.plusSeconds(9)));

        assertThat(logs.machines()).singleElement()
                .satisfies(machine -> assertThat(machine.names()).containsExactly("SRV9", "WIN-OLD"));
    }

    @Test
    void machines_twoComputersInACollectedLog_areTwo() throws InterruptedException {
        GatheredLogs logs = gather(Events.empty("ForwardedEvents.evtx").on("A").neutral(T).on("B").from(77).neutral(T));

        assertThat(logs.machines()).extracting(MachineLogs::name).containsExactly("A", "B");
    }

    @Test
    void roles_named_areKeptApartFromOtherMachines() throws InterruptedException {
        GatheredLogs logs = new EventGatherer(List.of(RCM), 1).gather(List.of(EventInput.of(rcm(T)),
                EventInput.of(Events.since(T).on("CA1"), Role.CA),
                EventInput.of(Events.since(T).on("PC7"), Role.CLIENT)));

        assertThat(logs.machines()).extracting(MachineLogs::name).containsExactly("SRV1");
        assertThat(logs.named()).extracting(GatheredLogs.NamedLogs::role).containsExactly(Role.CLIENT, Role.CA);
    }

    @Test
    void roles_severalComputers_isAProblem() throws InterruptedException {
        GatheredLogs logs = new EventGatherer(List.of(RCM), 1)
                .gather(List
                        .of(EventInput.of(Events.since(T).on("CA1").in("Application").on("CA2").neutral(T), Role.CA)));

        assertThat(logs.problems()).extracting(Problem::code).contains(GatherProblem.SEVERAL_COMPUTERS);
    }

    @Test
    void source_unreadable_isAProblemAndTheOthersAreRead() throws InterruptedException {
        EventSource broken = new EventSource() {
            @Override
            public String name() {
                return "broken.evtx";
            }

            @Override
            public void read(EventSink sink) throws IOException {
                throw new IOException("no such disk");
            }

            @Override
            public void close() {
                // nothing is open
            }
        };

        GatheredLogs logs = new EventGatherer(List.of(RCM), 2)
                .gather(List.of(EventInput.of(broken), EventInput.of(rcm(T))));

        assertThat(logs.problems()).extracting(Problem::code).containsExactly(GatherProblem.SOURCE_UNREADABLE);
        assertThat(logs.sources()).extracting(GatheredLogs.SourceSummary::readable).containsExactly(false, true);
        assertThat(logs.machines()).hasSize(1);
    }

    @Test
    void gather_inAnyOrder_keepsTheSame() throws InterruptedException {
        List<EventInput> inputs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            inputs.add(EventInput
                    .of(Events.empty("log" + i).from(10L * i).rcm(1058, T.plusSeconds(i), new Value.Text("x"))));
        }
        MachineLogs first = new EventGatherer(List.of(RCM), 1).gather(inputs).machines().getFirst();
        Collections.reverse(inputs);
        MachineLogs second = new EventGatherer(List.of(RCM), 4).gather(inputs).machines().getFirst();

        assertThat(second.kept("rcm")).isEqualTo(first.kept("rcm"));
        assertThat(second.coverage("System").orElseThrow().holes())
                .isEqualTo(first.coverage("System").orElseThrow().holes());
    }

    @Test
    void gather_largeLog_isTheSameWithSeveralThreads() throws IOException, InterruptedException {
        byte[] log = written(largeLog());
        // A chunk in the middle is lost.
        Arrays.fill(log, 4096 + 30 * 65536, 4096 + 31 * 65536, (byte) 0x55);
        List<String> read = Collections.synchronizedList(new ArrayList<>());
        List<GatheredLogs> results = new ArrayList<>();
        for (int threads : new int[]{1, 3}) {
            try (EvtxFile file = EvtxFile.of("System.evtx", log)) {
                assertThat(file.chunkCount()).isGreaterThan(64);
                results.add(new EventGatherer(List.of(RCM, ANY_CA), threads, 50).gather(
                        List.of(new EventInput(file, Optional.empty(), source -> read.add(source.name())))));
            }
        }
        assertThat(results.getLast()).isEqualTo(results.getFirst());
        assertThat(results.getFirst().machines()).singleElement()
                .satisfies(machine -> assertThat(machine.kept("rcm").dropped()).isPositive());
        assertThat(results.getFirst().problems()).isNotEmpty();
        assertThat(read).containsExactly("System.evtx", "System.evtx");
    }

    private static Events largeLog() {
        Events log = Events.since(Events.LONG_AGO);
        Value text = new Value.Text("x".repeat(400));
        for (int i = 0; i < LARGE; i++) {
            log.on(i < LARGE / 2 ? "SRV1" : "SRV2").rcm(i % 40 == 0 ? 1058 : 7000, T.plusSeconds(i), text);
        }
        return log.lose(3).event("Microsoft-Windows-Eventlog", 104, T.plusSeconds(LARGE),
                Map.of("Channel", new Value.Text("System")));
    }

    private static byte[] written(Events events) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Event> all = new ArrayList<>();
        events.read(new EventSink() {
            @Override
            public void event(EventCursor event) {
                all.add(event.toEvent());
            }

            @Override
            public void problem(Problem problem) {
                throw new IllegalArgumentException(problem.toString());
            }
        });
        try (EvtxWriter writer = EvtxWriter.create(bytes, EvtxWriterOptions.DEFAULT)) {
            for (Event event : all) {
                writer.write(event);
            }
        }
        return bytes.toByteArray();
    }

    private static Coverage coverage(GatheredLogs logs) {
        return logs.machines().getFirst().coverage("System").orElseThrow();
    }
}
