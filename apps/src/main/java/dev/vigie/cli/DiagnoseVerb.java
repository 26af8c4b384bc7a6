package dev.vigie.cli;

import dev.vigie.diagnosis.Diagnosis;
import dev.vigie.diagnosis.DiagnosisRequest;
import dev.vigie.diagnosis.DiagnosisRequest.Period;
import dev.vigie.diagnosis.cases.Case;
import dev.vigie.diagnosis.cases.CaseFormatException;
import dev.vigie.diagnosis.facts.EventInput;
import dev.vigie.diagnosis.facts.GatheredLogs;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.knowledge.Area;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.diagnosis.report.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie diagnose}: says why WinRM, RDP or certificate enrolment fails, from event logs. */
@Command(name = "diagnose")
final class DiagnoseVerb implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "winrm|rdp|enroll|all", descriptionKey = "diagnose.area")
    private String area = "all";

    @Option(names = "--evtx", arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "diagnose.evtx")
    private List<String> logs = List.of();

    @Option(names = "--lf", paramLabel = "LIST", descriptionKey = "events.lf")
    private List<String> lists = List.of();

    @Option(names = "--unpack-limit", paramLabel = "SIZE", descriptionKey = "events.unpack-limit")
    private String unpackLimit = "";

    @Option(names = "--client", arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "diagnose.client")
    private List<String> client = List.of();

    @Option(names = "--ca", arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "diagnose.ca")
    private List<String> ca = List.of();

    @Option(names = "--since", paramLabel = "24h|TIME|all", descriptionKey = "diagnose.since")
    private String since = "";

    @Option(names = "--now", paramLabel = "TIME", descriptionKey = "diagnose.now")
    private String now = "";

    @Option(names = "--saw", paramLabel = "TEXT", descriptionKey = "diagnose.saw")
    private List<String> symptoms = List.of();

    @Option(names = "--answer", paramLabel = "FACT=OUTCOME", descriptionKey = "diagnose.answer")
    private Map<String, String> answers = new TreeMap<>();

    @Option(names = {"-o", "--output"}, paramLabel = "text|json|html|junit", descriptionKey = "diagnose.output")
    private String output = "text";

    @Option(names = "--case", paramLabel = "DIR", descriptionKey = "diagnose.case")
    private String caseFolder = "";

    @Option(names = "--reopen", paramLabel = "DIR", descriptionKey = "diagnose.reopen")
    private String reopen = "";

    DiagnoseVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        ReportOutput form = ReportOutput.of(output);
        Knowledge knowledge = KnowledgeFiles.knowledge();
        Answers.check(answers, knowledge);
        if (!reopen.isEmpty()) {
            return show(reopened().report(knowledge), form);
        }
        // What is wrong with the command is said before anything is read.
        List<Area> areas = areas();
        Period period = period();
        refuseMisplacedArea();
        refuseUsedFolder();
        try (OpenLogs open = new OpenLogs(session, InputOptions.limits(unpackLimit))) {
            open.add(logs, Optional.empty());
            open.add(InputOptions.listed(session, lists), Optional.empty());
            open.add(client, Optional.of(Role.CLIENT));
            open.add(ca, Optional.of(Role.CA));
            if (open.isEmpty()) {
                throw logs.isEmpty() && lists.isEmpty() && client.isEmpty() && ca.isEmpty()
                        ? Refusal.usage("diagnose.nothing-given")
                        : Refusal.input("diagnose.nothing-readable");
            }
            DiagnosisRequest request;
            GatheredLogs gathered;
            try (Progress progress = open.progress()) {
                request = request(areas, period, open.inputs(progress));
                gathered = Diagnosis.gather(request, knowledge);
            }
            Report report = Diagnosis.reason(request, gathered, knowledge, session.terminal().clock().instant());
            refuseEmptyPeriod(report);
            if (!caseFolder.isEmpty()) {
                keep(request, gathered, report);
            }
            return show(report, form);
        }
    }

    private void keep(DiagnosisRequest request, GatheredLogs gathered, Report report) throws IOException {
        Case.write(session.terminal().path(caseFolder), request, gathered, report);
        session.tell("diagnose.case-written", caseFolder);
    }

    /** {@code --evtx} takes every word after it, so an area written last is taken for a file. */
    private void refuseMisplacedArea() {
        Stream.of(logs, client, ca).flatMap(List::stream)
                .filter(word -> word.equals("all") || Area.of(word).isPresent())
                .filter(word -> Files.notExists(session.terminal().path(word))).findFirst().ifPresent(word -> {
                    throw Refusal.usage("diagnose.area-first", word);
                });
    }

    /** A case never mixes with files that are there already, least of all with the logs. */
    private void refuseUsedFolder() throws IOException {
        if (caseFolder.isEmpty()) {
            return;
        }
        Path folder = session.terminal().path(caseFolder);
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw Refusal.usage("diagnose.case-exists", caseFolder);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Without a record in the period every fault would seem absent. */
    private static void refuseEmptyPeriod(Report report) {
        report.since().filter(begin -> begin.isAfter(report.now())).ifPresent(begin -> {
            throw Refusal.input("diagnose.since-after-end", begin, report.now());
        });
        report.sources().stream().flatMap(source -> source.summary().first().stream()).min(Instant::compareTo)
                .filter(oldest -> oldest.isAfter(report.now())).ifPresent(oldest -> {
                    throw Refusal.input("diagnose.now-before-logs", report.now(), oldest);
                });
    }

    private Case reopened() throws IOException {
        try {
            return Case.open(session.terminal().path(reopen));
        } catch (NoSuchFileException e) {
            throw Refusal.input("diagnose.no-case", reopen);
        } catch (CaseFormatException e) {
            throw Refusal.input("diagnose.bad-case", reopen, String.valueOf(e.getMessage()));
        }
    }

    private DiagnosisRequest request(List<Area> areas, Period period, List<EventInput> inputs) {
        DiagnosisRequest request = DiagnosisRequest.of(areas, inputs).withSymptoms(symptoms)
                .withAnswers(answers).withPeriod(period);
        return now.isEmpty() ? request : request.withNow(Times.time(now));
    }

    private List<Area> areas() {
        if (area.equals("all")) {
            return List.of();
        }
        return List.of(Area.of(area).orElseThrow(() -> Refusal.usage("usage.bad-value", area, "winrm|rdp|enroll|all")));
    }

    private Period period() {
        if (since.isEmpty()) {
            return Period.byDefault();
        }
        if (since.equals("all")) {
            return Period.All.ALL;
        }
        Optional<Duration> span = Times.span(since);
        return span.isPresent() ? new Period.Last(span.get()) : new Period.From(Times.time(since));
    }

    private int show(Report report, ReportOutput form) throws IOException {
        form.write(report, session);
        return exitCode(report.status());
    }

    static int exitCode(Status status) {
        return switch (status) {
            case PROBLEM -> ExitCode.FOUND;
            case NOT_ASSESSABLE -> ExitCode.COULD_NOT_CHECK;
            case POSSIBLE, NONE -> ExitCode.FINE;
        };
    }
}
