package dev.vigie.cli;

import dev.vigie.rendering.Language;
import dev.vigie.rendering.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The help texts of one language, in the form picocli looks them up. */
final class HelpTexts extends ResourceBundle {
    private final Properties texts;

    HelpTexts(Language language) {
        this.texts = Texts.load("help", language);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.getProperty(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.stringPropertyNames());
    }
}
