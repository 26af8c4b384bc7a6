package dev.vigie.diagnosis.facts;

import dev.vigie.formats.events.EventSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An event source and, when the user named it, the part its machine plays.
 *
 * @param source read once by the gatherer; closed by whoever opened it
 * @param role the part the user gave it, if any
 * @param whenRead is told when the source was read to its end, on the thread that read it
 */
public record EventInput(EventSource source, Optional<Role> role, Consumer<EventSource> whenRead) {
    /** Checks the components. */
    public EventInput {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(whenRead, "whenRead");
    }

    /** A source of a part, if any was named. */
    public EventInput(EventSource source, Optional<Role> role) {
        this(source, role, _ -> {
        });
    }

    /** A source without a named role. */
    public static EventInput of(EventSource source) {
        return new EventInput(source, Optional.empty());
    }

    /** A source of the machine that plays this part. */
    public static EventInput of(EventSource source, Role role) {
        return new EventInput(source, Optional.of(role));
    }
}
