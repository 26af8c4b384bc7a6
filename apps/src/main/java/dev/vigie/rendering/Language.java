package dev.vigie.rendering;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A language Vigie speaks. Chosen explicitly; never the JVM's default locale. */
public enum Language {
    /** English. */
    EN(Locale.ENGLISH),
    /** French. */
    FR(Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale for numbers. */
    public Locale locale() {
        return locale;
    }

    /** {@code en} or {@code fr}. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of a tag such as {@code fr}, {@code fr_FR.UTF-8} or {@code en-GB}. */
    public static Optional<Language> of(String tag) {
        for (Language language : values()) {
            if (tag.toLowerCase(Locale.ROOT).matches(language.code() + "([_.@-].*)?")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language of a process: {@code VIGIE_LANG}, then the usual variables, then English. */
    public static Language ofEnvironment(Map<String, String> environment) {
        for (String variable : new String[]{"VIGIE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return of(value).orElse(EN);
            }
        }
        return EN;
    }
}
