package dev.vigie.cli;

import dev.vigie.diagnosis.facts.EventInput;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.formats.archives.ArchiveLimits;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The logs of a diagnosis while they are open. */
final class OpenLogs implements Closeable {
    private final Session session;
    private final ArchiveLimits limits;
    private final List<EventInputs> opened = new ArrayList<>();
    private final List<EventInput> inputs = new ArrayList<>();

    OpenLogs(Session session) {
        this(session, ArchiveLimits.defaults());
    }

    OpenLogs(Session session, ArchiveLimits limits) {
        this.session = session;
        this.limits = limits;
    }

    /** Opens what the user named, in the role the user gave it. */
    void add(List<String> named, Optional<Role> role) throws IOException {
        EventInputs files = new EventInputs(session, named, limits, false);
        opened.add(files);
        for (EventInputs.Input input : files.all()) {
            files.open(input).ifPresent(source -> inputs.add(new EventInput(source, role)));
        }
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    /** The inputs; each tells the progress line when it has been read. */
    List<EventInput> inputs(Progress progress) {
        return inputs.stream().map(input -> new EventInput(input.source(), input.role(),
                source -> progress.step(source.name()))).toList();
    }

    Progress progress() {
        return new Progress(session, inputs.size(), false);
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Closeable open : Stream.concat(inputs.stream().map(EventInput::source), opened.stream()).toList()) {
            try {
                open.close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
