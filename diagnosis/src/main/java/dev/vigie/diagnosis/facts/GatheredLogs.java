package dev.vigie.diagnosis.facts;

import dev.vigie.formats.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a gatherer found.
 *
 * @param machines the machines of sources without a named role, by name
 * @param named the machines of sources with a named role, in the order of the roles
 * @param sources one line for each source, in the order given
 * @param problems damage and oddities, in the order of the sources
 */
public record GatheredLogs(List<MachineLogs> machines, List<NamedLogs> named, List<SourceSummary> sources,
        List<Problem> problems) {
    /** Copies the lists. */
    public GatheredLogs {
        machines = List.copyOf(machines);
        named = List.copyOf(named);
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /**
     * The machine that plays a part the user named.
     *
     * @param role the part
     * @param logs its logs
     */
    public record NamedLogs(Role role, MachineLogs logs) {
    }

    /**
     * What was read of one source.
     *
     * @param name the source's name
     * @param role the part the user gave it, if any
     * @param records how many records it held
     * @param first the time of the oldest, if any
     * @param last the time of the newest, if any
     * @param channels the channels it held records of, sorted
     * @param readable false when it could not be read at all
     */
    public record SourceSummary(String name, Optional<Role> role, long records, Optional<Instant> first,
            Optional<Instant> last, List<String> channels, boolean readable) {
        /** Copies the channels. */
        public SourceSummary {
            channels = List.copyOf(channels);
        }
    }

    /** The time of the newest record of any machine. */
    public Optional<Instant> newest() {
        return sources.stream().flatMap(source -> source.last().stream()).max(Instant::compareTo);
    }
}
