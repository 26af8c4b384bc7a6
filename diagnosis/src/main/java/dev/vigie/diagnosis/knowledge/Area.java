package dev.vigie.diagnosis.knowledge;

import java.util.Locale;
import java.util.Optional;

/** What can fail: the first part of the id of every topic and cause. */
public enum Area {
    /** Windows Remote Management. */
    WINRM,
    /** Remote Desktop. */
    RDP,
    /** Certificate enrolment. */
    ENROLL;

    /** The stable name: {@code winrm}, {@code rdp}, {@code enroll}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The area of a name; {@code enrol} is accepted too. */
    public static Optional<Area> of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.equals("enrol")) {
            return Optional.of(ENROLL);
        }
        for (Area area : values()) {
            if (area.key().equals(wanted)) {
                return Optional.of(area);
            }
        }
        return Optional.empty();
    }
}
