package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import java.io.IOException;

/**
 * Any bytes: the reader never fails, its results are bounded, and reading twice gives the same, and so do
 * printing with and without the tree. In a build it runs
 * over the inputs in {@code EvtxReaderFuzzTestInputs}; with {@code JAZZER_FUZZ=1} it looks for new ones.
 */
class EvtxReaderFuzzTest {
    /** Bytes as a whole file, headers included. */
    @FuzzTest
    void file(byte[] bytes) throws IOException {
        try {
            check(bytes);
        } catch (EvtxFormatException refused) {
            assertThat(refused.problem().code()).isEqualTo(EvtxProblem.NOT_AN_EVENT_LOG);
        }
    }

    /** Bytes as the binary XML of one record in a log that is right otherwise, so that mutations get deep. */
    @FuzzTest
    void record(byte[] bytes) throws IOException {
        if (bytes.length <= Chunk.SIZE - Chunk.HEADER_SIZE - 64) {
            check(LogBytes.of(out -> out.bytes(bytes)));
        }
    }

    private static void check(byte[] log) throws IOException {
        Recording first = Recording.of(log);
        Recording second = Recording.of(log);
        assertThat(second.events).isEqualTo(first.events);
        assertThat(second.problems).isEqualTo(first.problems);
        assertThat(ComparingPrinter.of(log).differences).isEmpty();
        for (Event event : first.events) {
            assertThat(nodes(event.root())).isLessThanOrEqualTo(Limits.NODES);
            assertThat(event.toString()).isNotEmpty();
            assertThat(event.root().text().length()).isLessThanOrEqualTo(8 * Limits.CHARACTERS);
        }
    }

    private static int nodes(Element element) {
        int nodes = 1 + element.attributes().size();
        for (Node node : element.content()) {
            nodes += node instanceof Element child ? nodes(child) : 1;
        }
        return nodes;
    }
}
