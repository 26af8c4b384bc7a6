package dev.vigie.formats.windows;

import org.jspecify.annotations.Nullable;

/** An access control entry (MS-DTYP 2.4.4): one line of an {@link Acl}. */
public sealed interface Ace {
    /** Children that are no containers inherit the entry. */
    int OBJECT_INHERIT = 0x01;
    /** Children that are containers inherit the entry. */
    int CONTAINER_INHERIT = 0x02;
    /** Only direct children inherit it. */
    int NO_PROPAGATE = 0x04;
    /** It does not apply to the object itself. */
    int INHERIT_ONLY = 0x08;
    /** It came from the parent. */
    int INHERITED = 0x10;
    /** It may not be removed. */
    int CRITICAL = 0x20;
    /** Audits success. */
    int AUDIT_SUCCESS = 0x40;
    /** Audits failure. */
    int AUDIT_FAILURE = 0x80;

    /** The number of the type. */
    int typeNumber();

    /** The flags: the constants of this interface, combined. */
    int flags();

    /** Whether the entry came from the parent. */
    default boolean isInherited() {
        return (flags() & INHERITED) != 0;
    }

    /** Whether the entry says nothing about the object itself, only about its children. */
    default boolean isInheritOnly() {
        return (flags() & INHERIT_ONLY) != 0;
    }

    /**
     * An entry about rights of somebody.
     *
     * @param type a type without object types
     * @param flags the flags
     * @param mask the rights; for a mandatory label its policy
     * @param trustee who; for a mandatory label the level
     * @param data what follows: the condition of a callback entry, the claim of a resource attribute; mostly empty
     */
    record Basic(AceType type, int flags, AccessMask mask, Sid trustee, OpaqueData data) implements Ace {
        /** Checks that the type has this form. */
        public Basic {
            if (type.isObject()) {
                throw new IllegalArgumentException(type + " has object types");
            }
        }

        /** An entry without data. */
        public Basic(AceType type, int flags, AccessMask mask, Sid trustee) {
            this(type, flags, mask, trustee, OpaqueData.EMPTY);
        }

        @Override
        public int typeNumber() {
            return type.number();
        }
    }

    /**
     * An entry about rights of somebody on a part of a directory object.
     *
     * @param type a type with object types
     * @param flags the flags
     * @param mask the rights
     * @param objectType the property, property set, extended right or class of children meant; null for all
     * @param inheritedObjectType the class of objects that inherit the entry; null for all
     * @param trustee who
     * @param data what follows: the condition of a callback entry; mostly empty
     */
    record ObjectScoped(AceType type, int flags, AccessMask mask, @Nullable Guid objectType,
            @Nullable Guid inheritedObjectType, Sid trustee, OpaqueData data) implements Ace {
        /** Checks that the type has this form. */
        public ObjectScoped {
            if (!type.isObject()) {
                throw new IllegalArgumentException(type + " has no object types");
            }
        }

        @Override
        public int typeNumber() {
            return type.number();
        }
    }

    /**
     * An entry of unknown or damaged form, kept as it is so that writing the descriptor loses nothing.
     *
     * @param typeNumber the number of the type
     * @param flags the flags
     * @param body the bytes after the header
     */
    record Raw(int typeNumber, int flags, OpaqueData body) implements Ace {
        /** Checks the range of the bytes. */
        public Raw {
            if ((typeNumber | flags) >>> 8 != 0) {
                throw new IllegalArgumentException("type and flags are bytes");
            }
        }
    }
}
