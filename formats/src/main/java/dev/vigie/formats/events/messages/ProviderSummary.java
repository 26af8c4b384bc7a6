package dev.vigie.formats.events.messages;

import dev.vigie.formats.windows.Guid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue has of a provider.
 *
 * @param name empty when only the GUID is known
 * @param guid null when only the name is known
 * @param events how many events its manifest has; 0 for a classic one
 * @param source the file with the manifest; empty for none
 * @param version the version of that file; empty when it states none
 * @param messageFiles the files its texts are taken from, as registered
 */
public record ProviderSummary(String name, @Nullable Guid guid, int events, String source, String version,
        List<String> messageFiles) {
    /** Copies the list. */
    public ProviderSummary {
        messageFiles = List.copyOf(messageFiles);
    }

    /** The name, or the GUID for want of one. */
    public String label() {
        return name.isEmpty() ? String.valueOf(guid) : name;
    }
}
