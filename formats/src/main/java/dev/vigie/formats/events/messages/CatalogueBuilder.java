package dev.vigie.formats.events.messages;

import dev.vigie.formats.windows.Guid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects message files and providers for a catalogue. */
final class CatalogueBuilder {
    private final NavigableMap<String, MessageFile> files = new TreeMap<>();
    private final NavigableMap<String, ProviderEntry> providers = new TreeMap<>();
    private final Map<String, List<String>> keysByName = new HashMap<>();
    private int indexed;

    /** The file of a key. */
    MessageFile file(String key) {
        return files.computeIfAbsent(key, MessageFile::new);
    }

    Collection<MessageFile> files() {
        return files.values();
    }

    /** Forgets files that turned out to have no texts. */
    void removeEmptyFiles() {
        files.values().removeIf(file -> file.tables().values().stream().allMatch(table -> table.texts().isEmpty()));
    }

    /** Adds what is known of a provider. */
    void add(ProviderEntry entry) {
        Guid guid = entry.guid;
        String key = guid == null ? entry.name.toLowerCase(Locale.ROOT) : guid.toString();
        if (!key.isEmpty()) {
            providers.computeIfAbsent(key, _ -> new ProviderEntry()).merge(entry);
        }
    }

    /** The providers; what was known under a name and what was known under the GUID of that name are one. */
    List<ProviderEntry> providers() {
        Map<String, ProviderEntry> named = new HashMap<>();
        for (ProviderEntry entry : providers.values()) {
            if (entry.guid != null && !entry.name.isEmpty()) {
                named.putIfAbsent(entry.name.toLowerCase(Locale.ROOT), entry);
            }
        }
        List<ProviderEntry> all = new ArrayList<>();
        for (ProviderEntry entry : providers.values()) {
            ProviderEntry same = entry.guid == null ? named.get(entry.name.toLowerCase(Locale.ROOT)) : null;
            if (same != null) {
                same.merge(entry);
            } else if (entry.isUseful()) {
                all.add(entry);
            }
        }
        return all;
    }

    /**
     * The file that a registered path means: one of the same name, and of several the one whose folders agree the
     * furthest from the end; null when there is none.
     */
    @Nullable
    String resolve(String registered) {
        String path = registered.replace('\\', '/').toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        String best = null;
        int bestLength = -1;
        for (String key : keysNamed(name)) {
            int length = commonEnd(key, path);
            if (length > bestLength) {
                best = key;
                bestLength = length;
            }
        }
        return best;
    }

    private List<String> keysNamed(String name) {
        if (indexed != files.size()) {
            keysByName.clear();
            for (String key : files.keySet()) {
                keysByName.computeIfAbsent(key.substring(key.lastIndexOf('/') + 1), _ -> new ArrayList<>())
                        .add(key);
            }
            indexed = files.size();
        }
        return keysByName.getOrDefault(name, List.of());
    }

    private static int commonEnd(String left, String right) {
        int length = 0;
        int folders = 0;
        while (length < left.length() && length < right.length()
                && left.charAt(left.length() - 1 - length) == right.charAt(right.length() - 1 - length)) {
            length++;
            if (left.charAt(left.length() - length) == '/') {
                folders++;
            }
        }
        return length == left.length() || length == right.length() ? folders + 1 : folders;
    }
}
