package dev.vigie.cli;

import dev.vigie.diagnosis.facts.EventInput;
import dev.vigie.diagnosis.facts.Role;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The logs of a diagnosis while they are open. */
final class OpenLogs implements Closeable {
    private final Session session;
    private final EventInputs files;
    private final List<EventInput> inputs = new ArrayList<>();

    OpenLogs(Session session) {
        this.session = session;
        this.files = new EventInputs(session);
    }

    /** Opens what the user named, in the role the user gave it. */
    void add(List<String> named, Optional<Role> role) throws IOException {
        for (EventInputs.Input input : files.inputs(named)) {
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
        for (EventInput input : inputs) {
            try {
                input.source().close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
