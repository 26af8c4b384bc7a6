package dev.vigie.lab;

import java.util.Map;

/**
 * The sentences Windows writes into events in its own language.
 *
 * <p>The lab has its own table, apart from the one the diagnosis decodes them with: a table tested only against itself
 * proves nothing.
 */
final class Sentences {
    private static final Map<String, LabNode> BY_CODE = LabNode.parse("sentences.yaml",
            Layouts.resource("sentences.yaml")).entries();

    private Sentences() {
    }

    static String of(LabNode code, String language) {
        LabNode sentences = BY_CODE.get(code.text());
        if (sentences == null) {
            throw code.wrong("no sentence for " + code.text() + "; known are " + BY_CODE.keySet());
        }
        return sentences.need(language).text();
    }
}
