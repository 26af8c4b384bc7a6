package dev.vigie.formats.events.messages;

import dev.vigie.formats.windows.Guid;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a provider while a catalogue is made. */
final class ProviderEntry {
    @Nullable
    Guid guid;
    String name = "";
    ManifestProvider manifest = ManifestProvider.bare(null, "");
    FileVersion version = FileVersion.NONE;
    /** The file that holds the manifest, as the user would find it; empty for none. */
    String source = "";
    /** Registered paths, or keys of files in the catalogue. */
    final Set<String> messageFiles = new LinkedHashSet<>();
    final Set<String> parameterFiles = new LinkedHashSet<>();
    final Set<String> categoryFiles = new LinkedHashSet<>();

    /** Takes what another entry of the same provider knows; of two manifests the one of the newer file. */
    void merge(ProviderEntry other) {
        if (guid == null) {
            guid = other.guid;
        }
        if (name.isEmpty()) {
            name = other.name;
        }
        if (manifest.events().isEmpty() || version.compareTo(other.version) < 0 && !other.manifest.events().isEmpty()) {
            manifest = other.manifest;
            version = other.version;
            source = other.source;
        }
        messageFiles.addAll(other.messageFiles);
        parameterFiles.addAll(other.parameterFiles);
        categoryFiles.addAll(other.categoryFiles);
    }

    /** Whether events could be told anything. */
    boolean isUseful() {
        return !manifest.events().isEmpty() || !messageFiles.isEmpty() || !parameterFiles.isEmpty()
                || !categoryFiles.isEmpty();
    }
}
