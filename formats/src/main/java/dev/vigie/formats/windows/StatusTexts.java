package dev.vigie.formats.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The way back from the sentences of Windows to its codes, for the events that hold only the sentence.
 *
 * <p>A sentence is recognised whatever its case, quotation marks, apostrophes, accents' composition and spaces are, also
 * inside other text. Sentences of other languages than English, French, German and Spanish are not known.
 */
public final class StatusTexts {
    private static final int MAX_TEXT = 8192;
    private static final int COLUMNS = 5;
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u00B4`]");
    private static final Pattern QUOTES = Pattern.compile("[\"\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A]");
    private static final Pattern PUNCTUATION = Pattern.compile("\\s*+[.,;:!?]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0\u202F\u2007\u200B\uFEFF]+");

    /** How sure it is that Windows uses a wording. */
    public enum Certainty {
        /** It was seen in logs or captures of real machines. */
        SEEN,
        /** Its publisher prints it. */
        DOCUMENTED,
        /** It is likely and was seen nowhere; it must not decide anything alone. */
        UNVERIFIED
    }

    /**
     * A sentence that was recognised.
     *
     * @param code what it says
     * @param language the language of the sentence, such as {@code fr}
     * @param certainty how sure it is that Windows says so
     */
    public record Match(StatusCode code, String language, Certainty certainty) {
    }

    private record Sentence(String normalised, Match match) {
    }

    private static final class Loaded {
        static final List<Sentence> SENTENCES = load();
    }

    private StatusTexts() {
    }

    /**
     * The codes whose sentence a text is or contains: of sentences within each other only the longest, of equal ones all,
     * in the order of the table. Of long texts the first 8,192 characters are read.
     */
    public static List<Match> find(String text) {
        String normalised = ' ' + normalise(text.substring(0, Math.min(text.length(), MAX_TEXT))) + ' ';
        List<Sentence> found = Loaded.SENTENCES.stream()
                .filter(sentence -> normalised.contains(' ' + sentence.normalised + ' ')).toList();
        Set<Match> matches = new LinkedHashSet<>();
        for (Sentence sentence : found) {
            if (found.stream().noneMatch(other -> isWithin(sentence.normalised, other.normalised))) {
                matches.add(sentence.match);
            }
        }
        return List.copyOf(matches);
    }

    private static boolean isWithin(String part, String whole) {
        return part.length() < whole.length() && (' ' + whole + ' ').contains(' ' + part + ' ');
    }

    /** Lower case, composed accents, straight apostrophes, no quotation marks or punctuation, single spaces. */
    static String normalise(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        plain = APOSTROPHES.matcher(plain).replaceAll("'");
        plain = QUOTES.matcher(plain).replaceAll(" ");
        plain = SPACES.matcher(plain).replaceAll(" ");
        plain = PUNCTUATION.matcher(plain).replaceAll(" ");
        plain = plain.replace("(", " ").replace(")", " ");
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    private static List<Sentence> load() {
        try (InputStream in = StatusTexts.class.getResourceAsStream("status-texts.tsv")) {
            if (in == null) {
                throw new IllegalStateException("status-texts.tsv is not beside its class");
            }
            List<Sentence> sentences = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    sentences.add(sentence(line));
                }
            }
            return List.copyOf(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sentence sentence(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("status-texts.tsv: " + line);
        }
        StatusCode code = new StatusCode(StatusKind.valueOf(columns[2]), Integer.parseUnsignedInt(columns[3], 16));
        Certainty certainty = Certainty.valueOf(columns[4].toUpperCase(Locale.ROOT));
        return new Sentence(columns[1], new Match(code, columns[0], certainty));
    }
}
