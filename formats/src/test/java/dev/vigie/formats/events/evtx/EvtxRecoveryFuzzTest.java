package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Any bytes: carving never fails, gives the same twice, gives no record twice, and its results are bounded. In a build it
 * runs over the inputs in {@code EvtxRecoveryFuzzTestInputs}; with {@code JAZZER_FUZZ=1} it looks for new ones.
 */
class EvtxRecoveryFuzzTest {
    private static final EvtxReadOptions OPTIONS = EvtxReadOptions.defaults();
    private static final byte[] LIVE = EvtxWriterSamples.write(
            LongStream.rangeClosed(1, 40).mapToObj(EvtxWriterSamples::logon).toList(), EvtxWriterOptions.DEFAULT);

    /** Bytes as a file of any kind. */
    @FuzzTest
    void file(byte[] bytes) throws IOException {
        check(bytes);
    }

    /** Bytes as the slack of a chunk that is right otherwise, so that mutations meet its templates. */
    @FuzzTest
    void slack(byte[] bytes) throws IOException {
        int free = EvtxHeader.SIZE + LittleEndian.i32(LIVE, EvtxHeader.SIZE + 48);
        byte[] log = Arrays.copyOf(LIVE, EvtxHeader.SIZE + Chunk.SIZE);
        System.arraycopy(bytes, 0, log, free, Math.min(bytes.length, log.length - free));
        check(log);
    }

    private static void check(byte[] bytes) throws IOException {
        List<Event> first = Recording.of(EvtxRecovery.withLog("test", bytes, OPTIONS)).events;
        List<Event> second = Recording.of(EvtxRecovery.withLog("test", bytes, OPTIONS)).events;
        assertThat(second).isEqualTo(first);
        Set<List<Long>> records = new HashSet<>();
        for (Event event : first) {
            int at = (int) event.place().offset();
            boolean isNew = records.add(List.of(event.place().record(), LittleEndian.i64(bytes, at + 16)));
            assertThat(isNew || event.recovery() == null).as(event.toString()).isTrue();
            assertThat(nodes(event.root())).isLessThanOrEqualTo(Limits.NODES);
            assertThat(event.root().text().length()).isLessThanOrEqualTo(8 * Limits.CHARACTERS);
        }
    }

    private static int nodes(Element root) {
        List<Element> elements = new ArrayList<>(List.of(root));
        int nodes = 0;
        while (!elements.isEmpty()) {
            Element element = elements.removeLast();
            nodes += 1 + element.attributes().size();
            for (Node node : element.content()) {
                if (node instanceof Element child) {
                    elements.add(child);
                } else {
                    nodes++;
                }
            }
        }
        return nodes;
    }
}
