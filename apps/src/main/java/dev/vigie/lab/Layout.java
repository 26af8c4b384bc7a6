package dev.vigie.lab;

import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of event is laid out, as a manifest or a real record shows it.
 *
 * @param follows the real record or manifest it is taken from
 */
record Layout(String provider, @Nullable Guid guid, @Nullable String source, String channel, int id,
        @Nullable Integer qualifiers, int version, int level, int task, int opcode, long keywords, String root,
        @Nullable String namespace, List<Datum> data, String follows) {

    /** One value of the payload; {@code fallback} is what stands there when a lab file gives none. */
    record Datum(String name, ValueType type, @Nullable LabNode fallback) {
    }

    static Layout of(LabNode node) {
        node.only(Set.of("provider", "channel", "id", "level", "task", "opcode", "keywords", "payload", "data",
                "follows"));
        LabNode provider = node.need("provider").only(Set.of("name", "guid", "source"));
        LabNode id = node.need("id").only(Set.of("number", "qualifiers", "version"));
        LabNode qualifiers = id.get("qualifiers");
        LabNode guid = provider.get("guid");
        LabNode source = provider.get("source");
        LabNode payload = node.get("payload");
        return new Layout(provider.need("name").text(), guid == null ? null : Guid.parse(guid.text()),
                source == null ? null : source.text(), node.need("channel").text(),
                (int) id.need("number").number(), qualifiers == null ? null : (int) qualifiers.number(),
                number(id, "version"), number(node, "level"), number(node, "task"), number(node, "opcode"),
                node.need("keywords").number(),
                payload != null && payload.isMap() ? payload.need("UserData").text() : "",
                payload != null && payload.isMap() ? payload.text("xmlns", "") : null, data(node),
                node.need("follows").text());
    }

    /** Whether the payload is {@code UserData} with a root of the provider's own. */
    boolean isUserData() {
        return !root.isEmpty();
    }

    private static int number(LabNode node, String key) {
        LabNode number = node.get(key);
        return number == null ? 0 : (int) number.number();
    }

    private static List<Datum> data(LabNode node) {
        LabNode list = node.get("data");
        List<Datum> data = new ArrayList<>();
        for (LabNode item : list == null ? List.<LabNode>of() : list.items()) {
            item.only(Set.of("name", "type", "default"));
            data.add(new Datum(item.text("name", ""), type(item), item.get("default")));
        }
        return List.copyOf(data);
    }

    private static ValueType type(LabNode item) {
        String name = item.text("type", "string").toUpperCase(Locale.ROOT).replace('-', '_');
        try {
            return ValueType.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw item.wrong("no such type: " + name);
        }
    }
}
