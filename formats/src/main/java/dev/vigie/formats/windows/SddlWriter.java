package dev.vigie.formats.windows;

import org.jspecify.annotations.Nullable;

/** Writes security descriptors as SDDL (MS-DTYP 2.5.1). */
final class SddlWriter {
    private final @Nullable Sid domain;
    private final StringBuilder text = new StringBuilder();

    SddlWriter(@Nullable Sid domain) {
        this.domain = domain;
    }

    String write(SecurityDescriptor descriptor) {
        if (descriptor.owner() != null) {
            text.append("O:").append(SddlNames.name(descriptor.owner(), domain));
        }
        if (descriptor.group() != null) {
            text.append("G:").append(SddlNames.name(descriptor.group(), domain));
        }
        if (descriptor.has(SecurityDescriptor.DACL_PRESENT)) {
            text.append("D:");
            appendFlag(descriptor, SecurityDescriptor.DACL_PROTECTED, "P");
            appendFlag(descriptor, SecurityDescriptor.DACL_AUTO_INHERIT_REQUIRED, "AR");
            appendFlag(descriptor, SecurityDescriptor.DACL_AUTO_INHERITED, "AI");
            append(descriptor.dacl());
        }
        if (descriptor.has(SecurityDescriptor.SACL_PRESENT)) {
            text.append("S:");
            appendFlag(descriptor, SecurityDescriptor.SACL_PROTECTED, "P");
            appendFlag(descriptor, SecurityDescriptor.SACL_AUTO_INHERIT_REQUIRED, "AR");
            appendFlag(descriptor, SecurityDescriptor.SACL_AUTO_INHERITED, "AI");
            append(descriptor.sacl());
        }
        return text.toString();
    }

    private void appendFlag(SecurityDescriptor descriptor, int flag, String word) {
        if (descriptor.has(flag)) {
            text.append(word);
        }
    }

    private void append(@Nullable Acl acl) {
        if (acl == null) {
            text.append(SddlParser.NO_ACCESS_CONTROL);
        } else {
            acl.entries().forEach(this::append);
        }
    }

    private void append(Ace ace) {
        text.append('(');
        switch (ace) {
            case Ace.Basic basic when basic.type().letters().isPresent() -> appendEntry(basic.type(), basic.flags(),
                    basic.mask(), "", "", basic.trustee(), basic.data());
            case Ace.ObjectScoped scoped when scoped.type().letters().isPresent() -> appendEntry(scoped.type(),
                    scoped.flags(), scoped.mask(), guid(scoped.objectType()), guid(scoped.inheritedObjectType()),
                    scoped.trustee(), scoped.data());
            default -> appendRaw(ace);
        }
        text.append(')');
    }

    private void appendEntry(AceType type, int flags, AccessMask mask, String objectType, String inheritedObjectType,
            Sid trustee, OpaqueData data) {
        text.append(type.letters().orElseThrow()).append(';').append(SddlNames.flags(flags)).append(';');
        text.append(SddlNames.rights(mask, type)).append(';').append(objectType).append(';');
        text.append(inheritedObjectType).append(';').append(SddlNames.name(trustee, domain));
        if (!data.isEmpty()) {
            text.append(';').append(SddlParser.RAW).append(data);
        }
    }

    /** What SDDL has no words for: the number of the type, the flags, and the body of the entry in hexadecimal. */
    private void appendRaw(Ace ace) {
        text.append("0x").append(Integer.toHexString(ace.typeNumber())).append(';');
        text.append(SddlNames.flags(ace.flags())).append(';').append(SddlParser.RAW);
        text.append(SecurityDescriptorWriter.body(ace));
    }

    private static String guid(@Nullable Guid guid) {
        return guid == null ? "" : guid.toString().substring(1, 37);
    }
}
