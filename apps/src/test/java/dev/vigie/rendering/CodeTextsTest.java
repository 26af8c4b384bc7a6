package dev.vigie.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.windows.StatusCodes;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTextsTest {
    private static final Properties ENGLISH = Texts.load("codes", Language.EN);
    private static final Properties FRENCH = Texts.load("codes", Language.FR);

    @Test
    void codes_haveTheSameTextsInBothLanguages() {
        assertThat(FRENCH.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames()).hasSizeGreaterThan(500);
    }

    @Test
    void keys_areMeaningsAndNextStepsOfKnownCodes() {
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(key).matches("code\\.[A-Za-z0-9_]+\\.(meaning|next)");
            String name = key.substring(key.indexOf('.') + 1, key.lastIndexOf('.'));
            assertThat(StatusCodes.named(name)).as(name).isNotEmpty();
            assertThat(ENGLISH).containsKey("code." + name + ".meaning");
        }
    }

    @Test
    void texts_areWholeSentences() {
        Stream.of(ENGLISH, FRENCH).flatMap(texts -> texts.values().stream()).map(Object::toString)
                .forEach(text -> assertThat(text).matches("(?s)\\S.*[.?]").doesNotContain("  "));
    }

    @Test
    void french_keepsPunctuationOnTheLineOfItsWord() {
        assertThat(FRENCH.values()).allSatisfy(text -> assertThat(text.toString())
                .doesNotContainPattern(" [:;!?\u00BB]").doesNotContainPattern("\u00AB "));
    }
}
