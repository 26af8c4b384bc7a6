package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real event logs, where they are present. */
final class EvtxSamples {
    /**
     * A log.
     *
     * @param path where it is
     * @param name its repository and path there, as in the list of records that differ
     * @param records how many records another reader (the Rust crate {@code evtx} 0.12.2) finds
     */
    record Log(Path path, String name, int records) {
        byte[] bytes() throws IOException {
            return Files.readAllBytes(path);
        }
    }

    private EvtxSamples() {
    }

    /** All logs; none of them may be missing when the samples were asked for explicitly. */
    static List<Log> all() throws IOException {
        Path manifest = Samples.path("evtx", "manifest.tsv");
        return Files.readAllLines(manifest).stream().skip(1).map(line -> line.split("\t", -1))
                .map(fields -> new Log(Samples.path("evtx").resolve(fields[1].replace('/', '+')).resolve(fields[2]),
                        fields[1] + "/" + fields[2], Integer.parseInt(fields[6])))
                .toList();
    }

    /** The log of this name. */
    static Log log(String name) throws IOException {
        return all().stream().filter(log -> log.name().equals(name)).findFirst().orElseThrow();
    }
}
