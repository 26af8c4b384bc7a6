package dev.vigie.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vigie.formats.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "help", "codes"})
    void everyKey_isInBothLanguages_withTheSameArguments(String file) {
        Properties english = Texts.load(file, Language.EN);
        Properties french = Texts.load(file, Language.FR);
        assertThat(new TreeSet<>(french.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            // Singular forms may spell the number out.
            if (!key.endsWith(".one")) {
                assertThat(arguments(french.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            }
        }
    }

    private static Set<String> arguments(String text) {
        Matcher matcher = ARGUMENT.matcher(text);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "help", "codes"})
    void french_hasItsNoBreakSpaces(String file) {
        Properties french = Texts.load(file, Language.FR);
        for (String key : french.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).doesNotContainPattern(" [;!?»](\\s|$)")
                    .doesNotContainPattern(" :(\\s|$)").doesNotContainPattern("« ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfProblem_hasASentence(Language language) {
        Texts texts = Texts.in(language);
        List<String> missing = new ArrayList<>();
        for (ProblemCode code : problemCodes()) {
            if (texts.find("problem." + code.key()) == null) {
                missing.add("problem." + code.key());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<ProblemCode> problemCodes() {
        List<ProblemCode> codes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.vigie")) {
            if (type.isEnum() && type.isAssignableTo(ProblemCode.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    codes.add((ProblemCode) constant);
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(80);
        return codes;
    }

    @ParameterizedTest
    @EnumSource
    void everyReason_hasASentence(Language language) {
        Texts texts = Texts.in(language);
        for (dev.vigie.diagnosis.reasoning.Reason.Code code : dev.vigie.diagnosis.reasoning.Reason.Code.values()) {
            assertThat(texts.find("reason." + code.key())).as(code.key()).isNotNull();
        }
        for (dev.vigie.diagnosis.reasoning.Word word : dev.vigie.diagnosis.reasoning.Word.values()) {
            assertThat(texts.find("word." + word.key())).as(word.key()).isNotNull();
        }
        for (dev.vigie.diagnosis.report.Status status : dev.vigie.diagnosis.report.Status.values()) {
            assertThat(texts.find("status." + status.key())).as(status.key()).isNotNull();
        }
    }

    @Test
    void count_frenchZeroIsSingular_englishZeroIsPlural() {
        assertThat(Texts.in(Language.FR).count("report.records", 0, "x")).startsWith("0 enregistrement\u00a0");
        assertThat(Texts.in(Language.EN).count("report.records", 0, "x")).startsWith("0 records");
    }

    @Test
    void numbers_areWrittenAsTheLanguageDoes_whateverTheDefaultLocale() {
        assertThat(Texts.in(Language.EN).number(1_234_567)).isEqualTo("1,234,567");
        assertThat(Texts.in(Language.FR).number(1_234_567)).matches("1\\h234\\h567");
    }

    @Test
    void get_unknownKey_isTheCallersMistake() {
        Texts texts = Texts.in(Language.EN);
        assertThatThrownBy(() -> texts.get("no.such.key")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arguments_areNotReadAgain() {
        assertThat(Texts.in(Language.EN).get("error.io", "{1} $1 \\")).contains("{1} $1 \\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "FR", "fr_FR.UTF-8", "fr-CA", "fr@euro"})
    void language_ofFrenchTags_isFrench(String tag) {
        assertThat(Language.of(tag)).contains(Language.FR);
    }

    @Test
    void language_ofTurkishDefault_isStillFound() {
        // In Turkish, "FI".toLowerCase() is not "fi": the tag must not be folded with the default locale.
        assertThat("EN_IE".toLowerCase(Locale.ROOT)).isEqualTo("en_ie");
        assertThat(Language.of("EN_IE")).contains(Language.EN);
    }
}
