package dev.vigie.formats.events.messages;

import dev.vigie.formats.windows.Guid;
import java.util.Map;

/** The parameter files that Windows itself registers for providers whose values need them, for want of a registry. */
final class WellKnownProviders {
    private static final Map<Guid, String> PARAMETER_FILES = Map.of(
            // Microsoft-Windows-Security-Auditing
            Guid.parse("54849625-5478-4994-a5ba-3e3b0328c30d"), "%systemroot%\\system32\\msobjs.dll",
            // Service Control Manager
            Guid.parse("555908d1-a6d7-4695-8e1e-26931d2012f4"), "%systemroot%\\system32\\kernel32.dll");

    private WellKnownProviders() {
    }

    static void addTo(CatalogueBuilder catalogue) {
        for (ProviderEntry provider : catalogue.providers()) {
            String file = provider.guid == null ? null : PARAMETER_FILES.get(provider.guid);
            if (file != null && provider.parameterFiles.isEmpty()) {
                provider.parameterFiles.add(file);
            }
        }
    }
}
