package dev.vigie.cli;

import dev.vigie.formats.Problem;
import dev.vigie.formats.Severity;
import java.util.List;

/** Tells on standard error what was lost while reading: the first few of each source, and how many more. */
final class DamageReport {
    private static final int SHOWN = 5;
    private final Session session;
    private long found;

    DamageReport(Session session) {
        this.session = session;
    }

    void add(List<Problem> problems) {
        problems.forEach(this::add);
    }

    void add(Problem problem) {
        if (problem.severity() == Severity.DAMAGE && found++ < SHOWN) {
            session.tell("events.damage", problem.place(), session.texts().problem(problem));
        }
    }

    void endOfSource(String name) {
        if (found > SHOWN) {
            session.tell("events.damage.more", found - SHOWN, name);
        }
        found = 0;
    }

    /** How many events were left out because they were given already. */
    void tellDuplicates(long duplicates) {
        if (duplicates > 0) {
            session.terminal().err().println(session.texts().count("events.duplicates", duplicates));
        }
    }
}
