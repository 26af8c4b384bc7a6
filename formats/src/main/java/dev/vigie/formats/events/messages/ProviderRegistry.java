package dev.vigie.formats.events.messages;

import dev.vigie.formats.windows.Guid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which provider uses which files, as Windows registers it: publishers of manifests under
 * {@code WINEVT\Publishers\{guid}}, classic sources under {@code Services\EventLog\LOG\SOURCE}.
 *
 * <p>Any source of registry keys may feed it.
 */
final class ProviderRegistry {
    private static final Pattern PUBLISHER = Pattern.compile("(?i).*\\\\WINEVT\\\\Publishers\\\\(\\{[0-9a-f-]{36}\\})");
    private static final Pattern SOURCE = Pattern
            .compile("(?i).*\\\\Services\\\\EventLog\\\\[^\\\\]+\\\\([^\\\\]+)");
    private static final Pattern LIST = Pattern.compile(";");
    private final CatalogueBuilder catalogue;

    ProviderRegistry(CatalogueBuilder catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Takes one key.
     *
     * @param path from the root of the registry
     * @param values the values that are text, by name in lower case; the default one under the empty name
     */
    void key(String path, Map<String, String> values) {
        Matcher publisher = PUBLISHER.matcher(path);
        if (publisher.matches()) {
            publisher(publisher.group(1), values);
            return;
        }
        Matcher source = SOURCE.matcher(path);
        if (source.matches()) {
            source(source.group(1), values);
        }
    }

    private void publisher(String guid, Map<String, String> values) {
        ProviderEntry entry = new ProviderEntry();
        entry.guid = parse(guid);
        entry.name = values.getOrDefault("", "");
        entry.messageFiles.addAll(paths(values, "messagefilename"));
        entry.messageFiles.addAll(paths(values, "resourcefilename"));
        entry.parameterFiles.addAll(paths(values, "parameterfilename"));
        catalogue.add(entry);
    }

    private void source(String name, Map<String, String> values) {
        ProviderEntry entry = new ProviderEntry();
        entry.guid = parse(values.getOrDefault("providerguid", ""));
        entry.name = name;
        entry.messageFiles.addAll(paths(values, "eventmessagefile"));
        entry.parameterFiles.addAll(paths(values, "parametermessagefile"));
        entry.categoryFiles.addAll(paths(values, "categorymessagefile"));
        catalogue.add(entry);
    }

    private static @Nullable Guid parse(String text) {
        try {
            return text.isEmpty() ? null : Guid.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A value may list several files. */
    private static List<String> paths(Map<String, String> values, String name) {
        return Arrays.stream(LIST.split(values.getOrDefault(name, "").toLowerCase(Locale.ROOT), -1))
                .map(String::strip).filter(path -> !path.isEmpty()).toList();
    }
}
