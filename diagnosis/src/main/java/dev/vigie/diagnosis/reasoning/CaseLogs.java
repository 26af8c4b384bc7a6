package dev.vigie.diagnosis.reasoning;

import dev.vigie.diagnosis.facts.MachineLogs;
import dev.vigie.diagnosis.facts.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The logs of one case: of one machine, or of the machines that play named roles, on one timeline.
 *
 * @param byRole the logs by role; a single machine without a named role is there as {@link Role#MACHINE}
 * @param named whether the user named the roles
 * @param since the beginning of the period asked for; empty for everything
 * @param now the end of the period; later events are not looked at
 */
public record CaseLogs(Map<Role, MachineLogs> byRole, boolean named, Optional<Instant> since, Instant now) {
    /** The name of the selector whose events prove that a machine is a CA. */
    public static final String CA_PROOF = "role/ca";
    /** The provider whose events prove it. */
    public static final String CA_PROVIDER = "Microsoft-Windows-CertificationAuthority";

    /** Copies the map. */
    public CaseLogs {
        byRole = byRole.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(byRole));
    }

    /** The logs in which an event set of this role is looked up; null when there are none. */
    @Nullable
    MachineLogs logs(Role role) {
        if (!named) {
            return byRole.get(Role.MACHINE);
        }
        if (role == Role.MACHINE) {
            return List.of(Role.MACHINE, Role.CLIENT, Role.CA).stream().filter(byRole::containsKey).findFirst()
                    .map(byRole::get).orElse(null);
        }
        return byRole.get(role);
    }

    /** Whose logs those are. */
    public Role owner(Role role) {
        if (!named) {
            return Role.MACHINE;
        }
        return role != Role.MACHINE || byRole.containsKey(role)
                ? role
                : byRole.containsKey(Role.CLIENT) ? Role.CLIENT : Role.CA;
    }

    /** Whether a machine of the case plays this role. */
    Truth plays(Role role) {
        if (named) {
            return Truth.of(byRole.containsKey(role));
        }
        return switch (role) {
            case MACHINE -> Truth.TRUE;
            case CA -> isProvenCa() ? Truth.TRUE : Truth.UNKNOWN;
            case CLIENT -> Truth.UNKNOWN;
        };
    }

    private boolean isProvenCa() {
        MachineLogs logs = byRole.get(Role.MACHINE);
        return logs != null && !logs.kept(CA_PROOF).events().isEmpty();
    }
}
