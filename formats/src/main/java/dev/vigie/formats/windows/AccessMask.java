package dev.vigie.formats.windows;

/**
 * A set of access rights (MS-DTYP 2.4.3). What the low 16 bits mean depends on the kind of object.
 *
 * @param bits the rights, one bit each
 */
public record AccessMask(int bits) {
    /** No right at all. */
    public static final AccessMask NONE = new AccessMask(0);
    /** Generic all: every right the object knows. */
    public static final AccessMask GENERIC_ALL = new AccessMask(0x1000_0000);
    /** Generic execute. */
    public static final AccessMask GENERIC_EXECUTE = new AccessMask(0x2000_0000);
    /** Generic write. */
    public static final AccessMask GENERIC_WRITE = new AccessMask(0x4000_0000);
    /** Generic read. */
    public static final AccessMask GENERIC_READ = new AccessMask(0x8000_0000);
    /** To delete the object. */
    public static final AccessMask DELETE = new AccessMask(0x0001_0000);
    /** To read the security descriptor without the SACL. */
    public static final AccessMask READ_CONTROL = new AccessMask(0x0002_0000);
    /** To change the DACL. */
    public static final AccessMask WRITE_DAC = new AccessMask(0x0004_0000);
    /** To change the owner. */
    public static final AccessMask WRITE_OWNER = new AccessMask(0x0008_0000);
    /** To wait for the object. */
    public static final AccessMask SYNCHRONIZE = new AccessMask(0x0010_0000);
    /** Full control of a file. */
    public static final AccessMask FILE_ALL = new AccessMask(0x001F_01FF);
    /** To read a file, its attributes and its security. */
    public static final AccessMask FILE_READ = new AccessMask(0x0012_0089);
    /** To write a file and its attributes. */
    public static final AccessMask FILE_WRITE = new AccessMask(0x0012_0116);
    /** To execute a file. */
    public static final AccessMask FILE_EXECUTE = new AccessMask(0x0012_00A0);
    /** Full control of a registry key. */
    public static final AccessMask KEY_ALL = new AccessMask(0x000F_003F);
    /** To read a registry key. */
    public static final AccessMask KEY_READ = new AccessMask(0x0002_0019);
    /** To write a registry key. */
    public static final AccessMask KEY_WRITE = new AccessMask(0x0002_0006);

    /** Whether all rights of another set are in this one; generic rights are not expanded. */
    public boolean containsAll(AccessMask other) {
        return (bits & other.bits) == other.bits;
    }

    /** The rights of both. */
    public AccessMask with(AccessMask other) {
        return new AccessMask(bits | other.bits);
    }

    /** The rights without those of another set. */
    public AccessMask without(AccessMask other) {
        return new AccessMask(bits & ~other.bits);
    }

    /** In hexadecimal: {@code 0x1f01ff}. */
    @Override
    public String toString() {
        return "0x" + Integer.toHexString(bits);
    }
}
