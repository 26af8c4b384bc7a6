package dev.vigie.cli;

import dev.vigie.diagnosis.sigma.Hunt;
import dev.vigie.diagnosis.sigma.Level;
import dev.vigie.diagnosis.sigma.LogSources;
import dev.vigie.diagnosis.sigma.Placeholders;
import dev.vigie.diagnosis.sigma.RuleSet;
import dev.vigie.diagnosis.sigma.RuleSetException;
import dev.vigie.diagnosis.sigma.SigmaRule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie events hunt}: the events that match Sigma rules. */
@Command(name = "hunt")
final class EventsHuntVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(names = {"-r", "--rules"}, required = true, paramLabel = "DIR|FILE", descriptionKey = "events.hunt.rules")
    private List<String> rules = List.of();

    @Option(names = "--min-level", paramLabel = "LEVEL", descriptionKey = "events.hunt.min-level")
    private String minLevel = "";

    @Option(names = "--status", split = ",", paramLabel = "STATUS", descriptionKey = "events.hunt.status")
    private List<String> statuses = List.of();

    @Option(names = "--exclude", split = ",", paramLabel = "ID", descriptionKey = "events.hunt.exclude")
    private List<String> excluded = List.of();

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "events.hunt.mapping")
    private String mapping = "";

    @Option(names = "--placeholders", paramLabel = "FILE", descriptionKey = "events.hunt.placeholders")
    private String placeholders = "";

    @Option(names = {"-o", "--output"}, paramLabel = "text|timeline|jsonl|csv", descriptionKey = "events.hunt.output")
    private String output = "text";

    @Option(names = "--list-unsupported", descriptionKey = "events.hunt.list-unsupported")
    private boolean listUnsupported;

    EventsHuntVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        checkOutput();
        Hunt hunt = hunt();
        RejectionReport rejections = new RejectionReport(session, hunt.rejected());
        rejections.tell(hunt.rules().size(), listUnsupported);
        if (hunt.rules().isEmpty()) {
            throw Refusal.usage("hunt.no-rules", String.join(", ", rules));
        }
        try (PrintStream out = session.terminal().lines(); HuntOutput hits = output(out)) {
            HuntRun run = new HuntRun(session, hunt, selection, hits);
            if (!run.run()) {
                return ExitCode.COULD_NOT_CHECK;
            }
            session.tell("hunt.summary", run.events(), run.hits(), run.hitRules());
            return run.hits() > 0 ? ExitCode.FOUND : ExitCode.FINE;
        }
    }

    private void checkOutput() {
        if (!Set.of("text", "timeline", "jsonl", "csv").contains(output.toLowerCase(Locale.ROOT))) {
            throw Refusal.usage("error.unknown-format", output, "text, timeline, jsonl, csv");
        }
    }

    private HuntOutput output(PrintStream out) {
        return switch (output.toLowerCase(Locale.ROOT)) {
            case "jsonl" -> new HuntOutput.JsonLines(out);
            case "csv" -> new HuntOutput.Timeline(out, Table.Form.CSV);
            case "timeline" -> new HuntOutput.Timeline(out, Table.Form.ALIGNED);
            default -> new HuntOutput.ByRule(session, out);
        };
    }

    private Hunt hunt() throws IOException {
        Predicate<SigmaRule> wanted = wanted();
        try {
            LogSources sources = mapping.isEmpty() ? LogSources.standard() : LogSources.read(path(mapping));
            Placeholders values = placeholders.isEmpty() ? Placeholders.NONE : Placeholders.read(path(placeholders));
            return Hunt.of(RuleSet.load(rules.stream().map(this::path).toList(), values).only(wanted), sources);
        } catch (RuleSetException e) {
            throw Refusal.usage("hunt.bad-file", e.file(), e.finding().line(),
                    RejectionReport.sentence(session.texts(), e.finding()));
        }
    }

    private Predicate<SigmaRule> wanted() {
        Level least = minLevel.isEmpty()
                ? Level.INFORMATIONAL
                : Level.of(minLevel).orElseThrow(() -> Refusal.usage("usage.bad-value", minLevel, "--min-level"));
        Set<String> wantedStatuses = lower(statuses);
        Set<String> excludedIds = lower(excluded);
        return rule -> rule.level().compareTo(least) >= 0
                && (wantedStatuses.isEmpty() || wantedStatuses.contains(rule.status()))
                && !excludedIds.contains(rule.id().toLowerCase(Locale.ROOT));
    }

    private static Set<String> lower(List<String> words) {
        Set<String> lower = new HashSet<>();
        words.forEach(word -> lower.add(word.strip().toLowerCase(Locale.ROOT)));
        return lower;
    }

    private Path path(String typed) {
        return session.terminal().path(typed);
    }
}
