package dev.vigie.cli;

import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.formats.Severity;
import dev.vigie.formats.events.query.LintFinding;
import dev.vigie.formats.events.query.QueryLint;
import dev.vigie.rendering.Printable;
import dev.vigie.rendering.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vigie lint}: what is wrong or misleading in an event query, and the corrected query. */
@Command(name = "lint")
final class LintVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "XPATH|FILE.xml|-", descriptionKey = "lint.query")
    private String query = "";

    LintVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        String text = new QueryText(session.terminal()).ofAnything(query);
        List<LintFinding> findings = new QueryLint(new KnownNames(KnowledgeFiles.knowledge().vocabulary()))
                .findings(text);
        try (PrintStream out = session.terminal().lines()) {
            if (findings.isEmpty()) {
                out.println(session.texts().get("lint.fine"));
            }
            for (LintFinding finding : findings) {
                print(text, finding, out);
            }
        }
        return findings.stream().anyMatch(finding -> finding.code().severity() != Severity.NOTE)
                ? ExitCode.FOUND
                : ExitCode.FINE;
    }

    private void print(String text, LintFinding finding, PrintStream out) {
        Texts texts = session.texts();
        String severity = texts.get("lint.severity." + finding.code().severity().name().toLowerCase(Locale.ROOT));
        out.println(severity + "  " + Printable.of(texts.get("problem." + finding.code().key(), arguments(finding))));
        if (finding.end() > finding.start()) {
            out.println("    " + Printable.of(text.substring(finding.start(), finding.end())));
        }
        finding.corrected().ifPresent(corrected -> {
            out.println("  " + texts.get("lint.corrected"));
            corrected.strip().lines().forEach(line -> out.println("    " + Printable.of(line)));
        });
    }

    /** The arguments of a finding; a syntax error brings the key of its own sentence and that one's arguments. */
    private Object[] arguments(LintFinding finding) {
        List<Object> given = finding.arguments();
        return switch (finding.code()) {
            case SYNTAX, NOT_IN_LANGUAGE -> new Object[]{session.texts().get("problem." + given.getFirst(),
                    given.subList(1, given.size()).toArray())};
            default -> given.toArray();
        };
    }
}
