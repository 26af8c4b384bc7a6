package dev.vigie.rendering;

import dev.vigie.formats.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything Vigie says outside its knowledge, in one language.
 *
 * <p>A text may hold {@code {0}}, {@code {1}} ... for its arguments; an apostrophe is an apostrophe. A text that depends
 * on a number has two keys, ending in {@code .one} and {@code .other}. Immutable once made.
 */
public final class Texts {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
    private final Language language;
    private final Properties messages;

    private Texts(Language language, Properties messages) {
        this.language = language;
        this.messages = messages;
    }

    /** The texts of a language. */
    public static Texts in(Language language) {
        return new Texts(language, load("messages", language));
    }

    /** One resource file of texts in a language. */
    public static Properties load(String name, Language language) {
        String resource = "texts/" + name + "_" + language.code() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** The language of these texts. */
    public Language language() {
        return language;
    }

    /** The keys there are. */
    public Set<String> keys() {
        return messages.stringPropertyNames();
    }

    /** The text of a key with its arguments; an unknown key is the caller's mistake. */
    public String get(String key, Object... arguments) {
        String pattern = find(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return fill(pattern, List.of(arguments));
    }

    /** The text of a key that depends on a number, which is argument 0. */
    public String count(String key, long number, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = number;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        // French counts 0 and 1 as singular, English only 1.
        boolean one = number == 1 || number == 0 && language == Language.FR;
        return get(key + (one ? ".one" : ".other"), all);
    }

    /** The raw text of a key, or null. */
    public @Nullable String find(String key) {
        return messages.getProperty(key);
    }

    /** The sentence of a problem, without its place. */
    public String problem(Problem problem) {
        String pattern = find("problem." + problem.code().key());
        return pattern == null ? problem.code().key() + " " + problem.arguments() : fill(pattern, problem.arguments());
    }

    /** A number as this language writes it. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A number as this language writes it, with one decimal place where it has a fraction. */
    public String number(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private String fill(String pattern, List<Object> arguments) {
        Matcher matcher = ARGUMENT.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            int index = matcher.group(1).charAt(0) - '0';
            String value = index < arguments.size() ? format(arguments.get(index)) : matcher.group();
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(text).toString();
    }

    private String format(Object argument) {
        return argument instanceof Long || argument instanceof Integer
                ? number(((Number) argument).longValue())
                : String.valueOf(argument);
    }
}
