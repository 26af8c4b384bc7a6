package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import java.util.Comparator;
import java.util.List;

/** Says on standard error what is wrong with a registry that was read, the first few of it. */
final class RegistryDamage {
    private static final int MOST = 5;
    private final Session session;

    RegistryDamage(Session session) {
        this.session = session;
    }

    void tell(RegistryInputs.Registry registry) {
        List<Problem> problems = sorted(registry).stream().filter(problem -> problem.severity() != Severity.NOTE)
                .toList();
        problems.stream().limit(MOST).forEach(
                problem -> session.tell("registry.damage", problem.place(), session.texts().problem(problem)));
        if (problems.size() > MOST) {
            session.tell("registry.more-damage", problems.size() - MOST, registry.name());
        }
    }

    /** What is wrong, in the order of the file. */
    static List<Problem> sorted(RegistryInputs.Registry registry) {
        return registry.problems().stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.place().source())
                        .thenComparingLong(problem -> problem.place().offset())
                        .thenComparingLong(problem -> problem.place().record())
                        .thenComparing(problem -> problem.code().key()))
                .toList();
    }
}
