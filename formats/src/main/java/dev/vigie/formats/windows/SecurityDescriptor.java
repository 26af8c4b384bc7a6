package dev.vigie.formats.windows;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A security descriptor (MS-DTYP 2.4.6): whose an object is, who may do what with it, and what is audited.
 *
 * <p>An object without a DACL and one with a null DACL let everybody in; an empty DACL lets nobody in.
 *
 * @param resourceManagerControl a byte of the resource manager; 0 unless {@link #RM_CONTROL_VALID}
 * @param control the control flags, without {@link #SELF_RELATIVE}, which is a matter of the binary form
 * @param owner the owner, null when there is none
 * @param group the primary group, null when there is none
 * @param sacl the list of audits and labels, null when there is none
 * @param dacl the list of rights, null when there is none or {@link #isNullDacl()}
 */
public record SecurityDescriptor(int resourceManagerControl, int control, @Nullable Sid owner, @Nullable Sid group,
        @Nullable Acl sacl, @Nullable Acl dacl) {
    /** There is a DACL, though it may be null. */
    public static final int DACL_PRESENT = 0x0004;
    /** There is a SACL, though it may be null. */
    public static final int SACL_PRESENT = 0x0010;
    /** Children should inherit the DACL anew. */
    public static final int DACL_AUTO_INHERIT_REQUIRED = 0x0100;
    /** Children should inherit the SACL anew. */
    public static final int SACL_AUTO_INHERIT_REQUIRED = 0x0200;
    /** The DACL was made by inheritance. */
    public static final int DACL_AUTO_INHERITED = 0x0400;
    /** The SACL was made by inheritance. */
    public static final int SACL_AUTO_INHERITED = 0x0800;
    /** The DACL inherits nothing from the parent. */
    public static final int DACL_PROTECTED = 0x1000;
    /** The SACL inherits nothing from the parent. */
    public static final int SACL_PROTECTED = 0x2000;
    /** The resource manager control is meant. */
    public static final int RM_CONTROL_VALID = 0x4000;
    /** The binary form is one block with offsets. */
    public static final int SELF_RELATIVE = 0x8000;
    /** A descriptor that says nothing. */
    public static final SecurityDescriptor EMPTY = new SecurityDescriptor(0, 0, null, null, null, null);

    /** Makes the control flags agree with the lists. */
    public SecurityDescriptor {
        if ((control | resourceManagerControl << 8) >>> 16 != 0) {
            throw new IllegalArgumentException("control has 16 bits, resource manager control has 8");
        }
        control &= ~SELF_RELATIVE;
        control |= (dacl == null ? 0 : DACL_PRESENT) | (sacl == null ? 0 : SACL_PRESENT);
    }

    /**
     * What was read of a binary descriptor.
     *
     * @param descriptor the readable parts; {@link #EMPTY} when there are none
     * @param problems what was wrong
     */
    public record Reading(SecurityDescriptor descriptor, List<Problem> problems) {
        /** Copies the problems. */
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads the self-relative binary form. Never fails on its content: parts that cannot be read are left out or kept
     * raw, and reported.
     *
     * @param place where the first byte is, for the problems
     * @throws IndexOutOfBoundsException when the array has no such range
     */
    public static Reading read(byte[] bytes, int offset, int length, Place place) {
        return new SecurityDescriptorReader(bytes, offset, length, place).read();
    }

    /** Reads SDDL (MS-DTYP 2.5.1) without names that depend on a domain. */
    public static SecurityDescriptor parse(CharSequence sddl) {
        return new SddlParser(sddl.toString(), null).parse();
    }

    /**
     * Reads SDDL (MS-DTYP 2.5.1).
     *
     * @param domain the domain that names such as {@code DA} (its administrators) belong to
     * @throws SddlSyntaxException when the text is no SDDL
     */
    public static SecurityDescriptor parse(CharSequence sddl, Sid domain) {
        return new SddlParser(sddl.toString(), domain).parse();
    }

    /** Whether there is a DACL that is null: everybody has every right. */
    public boolean isNullDacl() {
        return dacl == null && has(DACL_PRESENT);
    }

    /** Whether all of some control flags are set. */
    public boolean has(int flags) {
        return (control & flags) == flags;
    }

    /**
     * The self-relative binary form.
     *
     * @throws IllegalStateException when a list is longer than 65,535 bytes
     */
    public byte[] toBytes() {
        return SecurityDescriptorWriter.write(this);
    }

    /** SDDL, as {@link #toSddl(Sid)}, without names that depend on a domain. */
    public String toSddl() {
        return new SddlWriter(null).write(this);
    }

    /**
     * SDDL in the form Windows prints it. What SDDL has no words for (entries of unknown types, null SACLs, the defaulted
     * flags) is lost or written in hexadecimal that only {@link #parse} reads.
     *
     * @param domain the domain whose accounts are written as names such as {@code DA}
     */
    public String toSddl(Sid domain) {
        return new SddlWriter(domain).write(this);
    }
}
