package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.util.ArrayList;
import java.util.List;

/** Binary XML that cannot be read; caught inside this package, where it becomes a {@link Problem}. */
final class MalformedBinXml extends Exception {
    private static final long serialVersionUID = 1L;
    private final EvtxProblem code;
    private final int offset;
    private final List<Object> details;

    /**
     * A fault at an offset of the chunk.
     *
     * @param details the code's arguments behind the offset
     */
    MalformedBinXml(EvtxProblem code, int offset, Object... details) {
        // Hostile files make many of these; a stack trace would cost more than the reading.
        super(code.key(), null, false, false);
        this.code = code;
        this.offset = offset;
        this.details = List.of(details);
    }

    EvtxProblem code() {
        return code;
    }

    Problem at(Place place) {
        List<Object> arguments = new ArrayList<>(details.size() + 1);
        arguments.add(offset);
        arguments.addAll(details);
        return new Problem(code, place, arguments);
    }
}
