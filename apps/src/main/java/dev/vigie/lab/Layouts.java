package dev.vigie.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The layouts the lab knows, by key such as {@code rcm/1058}; read once, from the files the index names. */
final class Layouts {
    private final Map<String, Layout> byKey = new HashMap<>();

    private Layouts() {
    }

    static Layouts builtIn() {
        return Holder.INSTANCE;
    }

    private static final class Holder {
        static final Layouts INSTANCE = read();
    }

    private static Layouts read() {
        Layouts layouts = new Layouts();
        List<LabNode> files = LabNode.parse("layouts/index.yaml", resource("layouts/index.yaml")).items();
        for (LabNode file : files) {
            String name = "layouts/" + file.text();
            LabNode.parse(name, resource(name)).entries().forEach((key, node) -> {
                if (layouts.byKey.put(key, Layout.of(node)) != null) {
                    throw node.wrong("a layout of that key exists already");
                }
            });
        }
        return layouts;
    }

    static String resource(String name) {
        try (InputStream in = Layouts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new LabException(name, "no such resource");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Layout get(LabNode key) {
        Layout layout = byKey.get(key.text());
        if (layout == null) {
            throw key.wrong("no layout " + key.text());
        }
        return layout;
    }

    Set<String> keys() {
        return new TreeSet<>(byKey.keySet());
    }
}
