package dev.vigie.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One node of a lab file with the path that leads to it, so that every mistake can say where it is. */
public final class LabNode {
    private final String where;
    private final @Nullable Object value;

    private LabNode(String where, @Nullable Object value) {
        this.where = where;
        this.value = value;
    }

    /**
     * Reads YAML 1.2; duplicate keys are refused.
     *
     * @param name the file's name, for messages
     */
    public static LabNode parse(String name, String yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
        try {
            return new LabNode(name, new Load(settings).loadFromString(yaml));
        } catch (YamlEngineException e) {
            throw new LabException(name, String.valueOf(e.getMessage()));
        }
    }

    /** Where this node is. */
    public String where() {
        return where;
    }

    /** A mistake at this node. */
    public LabException wrong(String what) {
        return new LabException(where, what);
    }

    /** The items of a list. */
    public List<LabNode> items() {
        if (!(value instanceof List<?> list)) {
            throw wrong("a list is expected");
        }
        List<LabNode> items = new ArrayList<>();
        for (Object item : list) {
            items.add(new LabNode(where + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** The entries of a map, in the order of the file. */
    public Map<String, LabNode> entries() {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("a map is expected");
        }
        Map<String, LabNode> entries = new LinkedHashMap<>();
        map.forEach((key, item) -> entries.put(String.valueOf(key), new LabNode(where + "." + key, item)));
        return entries;
    }

    /** Refuses keys other than these. */
    public LabNode only(Set<String> keys) {
        for (String key : entries().keySet()) {
            if (!keys.contains(key)) {
                throw wrong("unknown key " + key + "; known are " + keys.stream().sorted().toList());
            }
        }
        return this;
    }

    /** The value of a key, or null. */
    public @Nullable LabNode get(String key) {
        return entries().get(key);
    }

    /** The value of a key that must be there. */
    public LabNode need(String key) {
        LabNode node = get(key);
        if (node == null) {
            throw wrong("key " + key + " is missing");
        }
        return node;
    }

    /** The text of a key, or what stands in for it. */
    public String text(String key, String ifAbsent) {
        LabNode node = get(key);
        return node == null ? ifAbsent : node.text();
    }

    /** Whether this is a map. */
    public boolean isMap() {
        return value instanceof Map;
    }

    /** Whether this is a list. */
    public boolean isList() {
        return value instanceof List;
    }

    /** A scalar as text. */
    public String text() {
        if (value == null || isMap() || isList()) {
            throw wrong("a text or number is expected");
        }
        return String.valueOf(value);
    }

    /** What a parser makes of a scalar; what it refuses is a mistake at this node. */
    <T> T parsed(Function<String, T> parser) {
        try {
            return parser.apply(text());
        } catch (IllegalArgumentException e) {
            throw wrong("cannot be read: " + text());
        }
    }

    /** A whole number, decimal or {@code 0x} hexadecimal. */
    public long number() {
        String text = text();
        try {
            return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong("not a whole number: " + text);
        }
    }
}
