package dev.vigie.formats.events.merge;

import dev.vigie.formats.events.evtx.EvtxFile;
import dev.vigie.formats.events.evtx.EvtxRecordAccess;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The chunks of a log that events are taken from now; the one that was not needed for longest makes room. */
final class LogAccess {
    private final EvtxFile file;
    private final int capacity;
    private final Map<Long, EvtxRecordAccess> loaded = new LinkedHashMap<>(16, 0.75f, true);

    /** Access to a log with room for so many chunks. */
    LogAccess(EvtxFile file, int capacity) {
        this.file = file;
        this.capacity = capacity;
    }

    EvtxFile file() {
        return file;
    }

    EvtxRecordAccess chunk(long number) {
        EvtxRecordAccess access = loaded.get(number);
        if (access == null) {
            access = loaded.size() < capacity ? new EvtxRecordAccess(file) : oldest();
            loaded.put(number, access);
        }
        return access;
    }

    private EvtxRecordAccess oldest() {
        Long oldest = loaded.keySet().iterator().next();
        return Objects.requireNonNull(loaded.remove(oldest));
    }
}
