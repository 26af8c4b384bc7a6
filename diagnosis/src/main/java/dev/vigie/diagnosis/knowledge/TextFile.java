package dev.vigie.diagnosis.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of one file, flat: nested keys are joined with {@code /}, items of lists are numbered from 1.
 *
 * @param root the file
 * @param texts the pieces by key, in order
 */
record TextFile(YamlNode root, Map<String, YamlNode> texts) {
    static TextFile of(YamlNode root) {
        Map<String, YamlNode> texts = new LinkedHashMap<>();
        flatten("", root, texts);
        return new TextFile(root, texts);
    }

    private static void flatten(String key, YamlNode node, Map<String, YamlNode> texts) {
        String prefix = key.isEmpty() ? "" : key + "/";
        if (node.isMapping()) {
            node.entries().forEach((name, child) -> flatten(prefix + name, child, texts));
        } else if (node.isList()) {
            List<YamlNode> items = node.items();
            for (int i = 0; i < items.size(); i++) {
                flatten(prefix + (i + 1), items.get(i), texts);
            }
        } else {
            texts.put(key, node);
        }
    }
}
