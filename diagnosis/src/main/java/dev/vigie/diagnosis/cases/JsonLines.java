package dev.vigie.diagnosis.cases;

import dev.vigie.diagnosis.report.JsonFields;
import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes facts, one JSON object a line, in ASCII: event data may hold characters that no encoding of Unicode can. */
final class JsonLines {
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(EventTree.MAX_JSON_DEPTH).build())
            .build();
    private final Writer out;

    JsonLines(Writer out) {
        this.out = out;
    }

    void line(String fact, Consumer<JsonFields> members) throws IOException {
        JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
        generator.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
        generator.configure(StreamWriteFeature.FLUSH_PASSED_TO_STREAM, false);
        JsonFields json = new JsonFields(generator);
        json.object(() -> {
            json.text("fact", fact);
            members.accept(json);
        });
        generator.close();
        out.write('\n');
    }
}
