package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.knowledge.KnowledgeFiles;
import dev.vigie.diagnosis.knowledge.KnowledgeSources;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the knowledge in one language; English where a language is not written. Immutable. */
public final class KnowledgeTexts implements Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)\\}");
    private final Map<String, String> texts;

    /** Texts by key. */
    public KnowledgeTexts(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** The texts compiled into this library, in the language of a locale. */
    public static KnowledgeTexts of(Locale locale) {
        String language = locale.getLanguage();
        return new KnowledgeTexts(
                KnowledgeFiles.texts(KnowledgeSources.LANGUAGES.contains(language) ? language : "en"));
    }

    @Override
    public Optional<String> cause(String topic, String cause, String part) {
        return text(topic + "/causes/" + cause + "/" + part);
    }

    @Override
    public Optional<String> signal(String topic, Report.ScoreLine line) {
        return text(topic + "/signals/" + line.signal()).map(text -> fill(text, line.arguments()));
    }

    @Override
    public Optional<String> fix(String topic, String fix, String part) {
        return text(topic + "/fixes/" + fix + "/" + part);
    }

    @Override
    public Optional<String> fact(String topic, String fact) {
        return text(topic + "/facts/" + fact);
    }

    @Override
    public Optional<String> outcome(String topic, String fact, String outcome) {
        return text(topic + "/facts/" + fact + "." + outcome);
    }

    @Override
    public Optional<String> noise(String topic, String noise) {
        return text(topic + "/noise/" + noise);
    }

    @Override
    public Optional<String> topic(String topic) {
        return text(topic + "/topic");
    }

    @Override
    public Optional<String> event(String key) {
        return text("events/" + key);
    }

    @Override
    public Optional<String> claim(String claim, String part) {
        return text("claims/" + claim + "/" + part);
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** A placeholder without an argument, as of a signal that is false, becomes an ellipsis. */
    private static String fill(String text, Map<String, String> arguments) {
        return PLACEHOLDER.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(arguments.getOrDefault(match.group(1), "…")));
    }
}
