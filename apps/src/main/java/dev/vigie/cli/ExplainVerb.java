package dev.vigie.cli;

import dev.vigie.diagnosis.knowledge.Cause;
import dev.vigie.diagnosis.knowledge.Claim;
import dev.vigie.diagnosis.knowledge.Knowledge;
import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.diagnosis.knowledge.VocabularyEntry;
import dev.vigie.diagnosis.report.KnowledgeTexts;
import dev.vigie.formats.windows.StatusCode;
import dev.vigie.rendering.Printable;
import dev.vigie.rendering.ReportWords;
import dev.vigie.rendering.Texts;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vigie explain}: what a code, an event, a message or a cause means, and what to look at. */
@Command(name = "explain")
final class ExplainVerb implements Callable<Integer> {
    private static final int MAX_EVENTS = 12;
    private static final int MAX_CODES = 4;
    private final Session session;
    private final Texts texts;

    @Parameters(arity = "1..*", paramLabel = "WHAT", descriptionKey = "explain.what")
    private List<String> words = List.of();

    ExplainVerb(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    @Override
    public Integer call() {
        String asked = String.join(" ", words).strip();
        Knowledge knowledge = KnowledgeFiles.knowledge();
        Meaning meaning = Meaning.of(asked, knowledge);
        if (meaning.isEmpty()) {
            throw Refusal.input("explain.nothing", asked);
        }
        KnowledgeTexts said = KnowledgeTexts.of(texts.language().locale());
        try (PrintStream out = session.terminal().lines()) {
            meaning.cause().ifPresent(cause -> cause(cause, knowledge, said, out));
            meaning.events().stream().limit(MAX_EVENTS).forEach(event -> event(event, knowledge, said, out));
            codes(meaning.codes(), out);
            meaning.claims().forEach(claim -> claim(claim, said, out));
        }
        return ExitCode.FINE;
    }

    private void cause(Cause cause, Knowledge knowledge, KnowledgeTexts said, PrintStream out) {
        Topic topic = knowledge.topicOf(cause).orElseThrow();
        head(out, "explain.cause", cause.id(), said.cause(topic.id(), cause.id(), "title").orElse(""));
        for (String part : List.of("why", "not", "chain")) {
            said.cause(topic.id(), cause.id(), part).ifPresent(text -> line(out, text));
        }
        for (String fix : cause.fixes()) {
            said.fix(topic.id(), fix, "title").ifPresent(title -> line(out, "→ " + title));
        }
        if (!cause.aliases().isEmpty()) {
            line(out, texts.get("explain.aliases", String.join(", ", cause.aliases())));
        }
        line(out, texts.get("explain.sources",
                cause.sources().stream().map(topic.sources()::get).collect(Collectors.joining("; "))));
        line(out, texts.get("explain.diagnose", topic.area().key()));
    }

    private void claim(Claim claim, KnowledgeTexts said, PrintStream out) {
        head(out, "explain.claim", claim.id(), "");
        said.claim(claim.id(), "say").ifPresent(text -> line(out, text));
        new ReportWords(texts, said).steps(claim.id()).forEach(step -> line(out, step));
        if (!claim.see().isEmpty()) {
            line(out, texts.get("explain.really-logged", String.join(", ", claim.see())));
        }
        line(out, texts.get("explain.diagnose", claim.opens().key()));
    }

    private void event(VocabularyEntry event, Knowledge knowledge, KnowledgeTexts said, PrintStream out) {
        head(out, "explain.event", event.provider() + " " + event.id(), said.event(event.key()).orElse(""));
        line(out, texts.get("explain.in-channel", event.channel()) + " · "
                + texts.get("explain.verified." + best(event.verified())));
        List<String> used = knowledge.topics().values().stream().filter(topic -> uses(topic, event))
                .map(topic -> said.topic(topic.id()).orElse(topic.id())).toList();
        if (!used.isEmpty()) {
            line(out, texts.get("explain.used-by", String.join(", ", used)));
        }
    }

    private static String best(String verified) {
        return List.of("S", "M", "T", "X").stream().filter(verified::contains).findFirst().orElse("X");
    }

    private static boolean uses(Topic topic, VocabularyEntry event) {
        return topic.events().values().stream().anyMatch(set -> set.provider().equalsIgnoreCase(event.provider())
                && set.channel().equalsIgnoreCase(event.channel()) && set.ids().contains(event.id()));
    }

    private void codes(List<StatusCode> codes, PrintStream out) {
        Properties meanings = Texts.load("codes", texts.language());
        for (StatusCode code : codes.stream().limit(MAX_CODES).toList()) {
            head(out, "explain.code", code.toString(), "");
            code.embedded().ifPresent(inside -> line(out, texts.get("explain.inside", inside)));
            Optional<StatusCode> known = code.name().isPresent() ? Optional.of(code) : code.embedded();
            for (String name : known.map(StatusCode::allNames).orElse(List.of())) {
                String means = meanings.getProperty("code." + name + ".meaning");
                if (means != null) {
                    line(out, means);
                    Optional.ofNullable(meanings.getProperty("code." + name + ".next"))
                            .ifPresent(next -> line(out, "→ " + next));
                    break;
                }
            }
        }
    }

    private void head(PrintStream out, String kind, String name, String title) {
        out.println(texts.get(kind) + "  " + Printable.of(name) + (title.isEmpty() ? "" : "  " + title));
    }

    private static void line(PrintStream out, String text) {
        out.println("    " + text);
    }
}
