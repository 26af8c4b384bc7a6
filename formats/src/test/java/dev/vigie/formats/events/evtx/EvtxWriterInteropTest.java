package dev.vigie.formats.events.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Attribute;
import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the sample logs to the folder {@code vigie.evtx.samples}, if stated, each with a list of what other readers
 * should find in it; {@code interop/evtx-writer.sh} judges them.
 */
class EvtxWriterInteropTest {
    @Test
    void samples_writtenToFolder_areComplete(@TempDir Path temporary) throws IOException {
        String stated = System.getProperty("vigie.evtx.samples");
        Path folder = stated == null ? temporary : Files.createDirectories(Path.of(stated));
        for (Map.Entry<String, EvtxWriterSamples.Sample> entry : EvtxWriterSamples.all().entrySet()) {
            EvtxWriterSamples.Sample sample = entry.getValue();
            Files.write(folder.resolve(entry.getKey() + ".evtx"), sample.bytes());
            List<String> lines = new ArrayList<>();
            for (Event event : sample.events()) {
                lines.add("event");
                element("", event.root(), sample.options().templates(), lines);
            }
            assertThat(Files.write(folder.resolve(entry.getKey() + ".expected"), lines)).isNotEmptyFile();
        }
    }

    private static void element(String parent, Element element, boolean typed, List<String> lines) {
        String path = parent + "/" + element.name();
        List<Node> content = element.content();
        if (content.size() == 1 && content.getFirst() instanceof Value.Array array && !array.items().isEmpty()) {
            for (Value item : array.items()) {
                start(path, element, item, typed, lines);
            }
            return;
        }
        List<Value> values = content.stream().filter(Value.class::isInstance).map(Value.class::cast).toList();
        start(path, element, values.size() == 1 ? values.getFirst() : new Value.Text(text(values)), typed, lines);
        element.elements().forEach(child -> element(path, child, typed, lines));
    }

    private static String text(List<Value> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(value.text()));
        return text.toString();
    }

    private static void start(String path, Element element, Value value, boolean typed, List<String> lines) {
        lines.add(line(path, value, typed));
        for (Attribute attribute : element.attributes()) {
            if (!attribute.name().equals("xmlns")) {
                lines.add(line(path + "@" + attribute.name(), attribute.value(), typed));
            }
        }
    }

    private static String line(String path, Value value, boolean typed) {
        ValueType type = typed ? value.type() : ValueType.STRING;
        return path + "\t" + type + "\t" + URLEncoder.encode(value.text(), StandardCharsets.UTF_8);
    }
}
