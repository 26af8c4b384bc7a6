package dev.vigie.lab;

import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.evtx.EvtxWriter;
import dev.vigie.formats.events.evtx.EvtxWriterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a described machine's logs as {@code .evtx} files. */
public final class LabWriter {
    private LabWriter() {
    }

    /**
     * Writes the logs into a folder that is made when it is missing; files that exist are not overwritten.
     *
     * @return the files written
     */
    public static List<Path> write(LabMachine machine, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (LabLog log : machine.eventLogs().values()) {
            Path file = folder.resolve(log.fileName());
            try (EvtxWriter writer = EvtxWriter.create(file, EvtxWriterOptions.DEFAULT)) {
                for (Event event : log.events()) {
                    writer.write(event);
                }
            }
            files.add(file);
        }
        return files;
    }
}
