package dev.vigie.formats.windows;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of access control entries whose form is known (MS-DTYP 2.4.4.1). */
public enum AceType {
    /** Allows. */
    ALLOWED(0x00, "A"),
    /** Denies. */
    DENIED(0x01, "D"),
    /** Writes an audit event. */
    AUDIT(0x02, "AU"),
    /** Reserved by Windows. */
    ALARM(0x03, "AL"),
    /** Allows on an object of a class, a property, or an extended right. */
    ALLOWED_OBJECT(0x05, "OA"),
    /** Denies likewise. */
    DENIED_OBJECT(0x06, "OD"),
    /** Audits likewise. */
    AUDIT_OBJECT(0x07, "OU"),
    /** Reserved by Windows. */
    ALARM_OBJECT(0x08, "OL"),
    /** Allows under a condition. */
    ALLOWED_CALLBACK(0x09, "XA"),
    /** Denies under a condition. */
    DENIED_CALLBACK(0x0A, "XD"),
    /** Allows on an object under a condition. */
    ALLOWED_CALLBACK_OBJECT(0x0B, "ZA"),
    /** Denies on an object under a condition. */
    DENIED_CALLBACK_OBJECT(0x0C, null),
    /** Audits under a condition. */
    AUDIT_CALLBACK(0x0D, "XU"),
    /** Reserved by Windows. */
    ALARM_CALLBACK(0x0E, null),
    /** Audits on an object under a condition. */
    AUDIT_CALLBACK_OBJECT(0x0F, null),
    /** Reserved by Windows. */
    ALARM_CALLBACK_OBJECT(0x10, null),
    /** The integrity level of the object. */
    MANDATORY_LABEL(0x11, "ML"),
    /** A claim about the object. */
    RESOURCE_ATTRIBUTE(0x12, "RA"),
    /** The central access policy of the object. */
    SCOPED_POLICY_ID(0x13, "SP"),
    /** The trust level of the processes that may open the object. */
    PROCESS_TRUST_LABEL(0x14, "TL"),
    /** A filter on access. */
    ACCESS_FILTER(0x15, "FL");

    private static final AceType[] ALL = values();
    private final int number;
    private final @Nullable String letters;

    AceType(int number, @Nullable String letters) {
        this.number = number;
        this.letters = letters;
    }

    /** The type of a number; empty for compound and unknown entries. */
    public static Optional<AceType> of(int number) {
        for (AceType type : ALL) {
            if (type.number == number) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The number in the binary form. */
    public int number() {
        return number;
    }

    /** The letters of SDDL; empty for types it cannot write. */
    public Optional<String> letters() {
        return Optional.ofNullable(letters);
    }

    /** Whether entries of this type name object types. */
    public boolean isObject() {
        return switch (this) {
            case ALLOWED_OBJECT, DENIED_OBJECT, AUDIT_OBJECT, ALARM_OBJECT, ALLOWED_CALLBACK_OBJECT,
                    DENIED_CALLBACK_OBJECT, AUDIT_CALLBACK_OBJECT, ALARM_CALLBACK_OBJECT ->
                true;
            default -> false;
        };
    }
}
