package dev.vigie.rendering;

import dev.vigie.diagnosis.reasoning.Reason;
import dev.vigie.diagnosis.reasoning.Word;
import dev.vigie.diagnosis.report.Report;
import dev.vigie.formats.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a report in one language: every code becomes a sentence here, for every form of output.
 *
 * @param texts what Vigie says
 * @param knowledge what the knowledge says
 */
public record ReportWords(Texts texts, dev.vigie.diagnosis.report.Texts knowledge) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    String time(Instant time) {
        return TIME.format(time);
    }

    String title(String topic, String cause) {
        return knowledge.cause(topic, cause, "title").orElse(cause);
    }

    String word(Word word) {
        return texts.get("word." + word.key());
    }

    String topic(String topic) {
        return knowledge.topic(topic).orElse(topic);
    }

    /** How the machines of a part are called: by name, and by role where roles were named. */
    String machines(Report.Part part) {
        if (part.machines().size() == 1) {
            return Printable.of(String.join(" / ", part.machines().getFirst().names()));
        }
        return part.machines().stream()
                .map(machine -> texts.get("role." + machine.role().key()) + " "
                        + Printable.of(String.join(" / ", machine.names())))
                .collect(Collectors.joining(" · "));
    }

    /** Points with their sign. */
    String points(double points) {
        return (points > 0 ? "+" : points < 0 ? "−" : "") + texts.number(Math.abs(points));
    }

    /** What an event means; empty when the knowledge does not say. */
    String event(Report.Evidence evidence) {
        return knowledge.event(evidence.provider() + "/" + evidence.id()).orElse("");
    }

    /** {@code param1=…, param2=…}, shortened. */
    String data(Report.Evidence evidence) {
        String data = evidence.data().stream().filter(datum -> !datum.getValue().isEmpty())
                .map(datum -> (datum.getKey().isEmpty() ? "" : datum.getKey() + "=") + datum.getValue())
                .collect(Collectors.joining(", "));
        String safe = Printable.of(data);
        return safe.length() > 160 ? safe.substring(0, 159) + "…" : safe;
    }

    String signal(String topic, Report.ScoreLine line) {
        if (!line.proven()) {
            return texts.get("report.line.proven-false", plainSignal(topic, line));
        }
        return plainSignal(topic, line);
    }

    private String plainSignal(String topic, Report.ScoreLine line) {
        return Printable.of(knowledge.signal(topic, line).orElse(line.signal()));
    }

    /** Why a cause is not at work or not assessable; names in it become what people call them. */
    String reason(String topic, Reason reason) {
        return knowledge.reason(reason).orElseGet(() -> {
            List<Object> arguments = new ArrayList<>(reason.arguments());
            switch (reason.code()) {
                case REQUIRED_FALSE, EXCLUDED_BY, DECISIVE_AGAINST -> arguments.set(0, signal(topic, reason));
                case OUTWEIGHED -> arguments.set(0, title(topic, reason.arguments().getFirst()));
                case FACT_KNOWN, FACT_UNKNOWN -> arguments.set(0,
                        knowledge.fact(topic, reason.arguments().getFirst()).orElse(reason.arguments().getFirst()));
                case ROLE_KNOWN, ROLE_UNPROVEN -> arguments.set(0,
                        texts.get("role." + reason.arguments().getFirst()));
                default -> {
                }
            }
            return Printable.of(texts.get("reason." + reason.code().key(), arguments.toArray()));
        });
    }

    private String signal(String topic, Reason reason) {
        String name = reason.arguments().getFirst();
        return knowledge.signal(topic, new Report.ScoreLine(name, true, 0, Optional.empty(), true,
                Collections.emptySortedMap(), List.of(), List.of())).orElse(name);
    }

    String reasons(String topic, List<Reason> reasons) {
        return reasons.stream().map(reason -> reason(topic, reason)).distinct()
                .reduce((one, other) -> texts.get("reason.joined", one, other)).orElse("");
    }

    String question(Report.Question question) {
        return knowledge.fact(question.topic(), question.fact()).orElse(question.fact());
    }

    String problem(Problem problem) {
        return Printable.of(problem.place() + ": " + texts.problem(problem));
    }

    /** The corrected steps of a claim, numbered. */
    public List<String> steps(String claim) {
        return Stream.iterate(1, step -> step + 1)
                .map(step -> knowledge.claim(claim, "steps/" + step).map(text -> step + ". " + text))
                .takeWhile(Optional::isPresent).map(Optional::get).toList();
    }

    /** The texts to stand beside the codes of a JSON report. */
    public dev.vigie.diagnosis.report.Texts forReports() {
        return new ReportSentences(texts, knowledge);
    }
}
