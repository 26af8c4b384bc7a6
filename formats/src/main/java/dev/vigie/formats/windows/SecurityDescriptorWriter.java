package dev.vigie.formats.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Writes the self-relative form of security descriptors (MS-DTYP 2.4.6) in the order Windows uses. */
final class SecurityDescriptorWriter {
    static final int MAX_ACL_SIZE = 0xFFFF;

    private SecurityDescriptorWriter() {
    }

    static byte[] write(SecurityDescriptor descriptor) {
        int size = SecurityDescriptorReader.HEADER_SIZE + size(descriptor.sacl()) + size(descriptor.dacl())
                + size(descriptor.owner()) + size(descriptor.group());
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 1).put((byte) descriptor.resourceManagerControl());
        out.putShort((short) (descriptor.control() | SecurityDescriptor.SELF_RELATIVE));
        out.position(SecurityDescriptorReader.HEADER_SIZE);
        out.putInt(12, put(out, descriptor.sacl()));
        out.putInt(16, put(out, descriptor.dacl()));
        out.putInt(4, put(out, descriptor.owner()));
        out.putInt(8, put(out, descriptor.group()));
        return out.array();
    }

    private static int put(ByteBuffer out, @Nullable Sid sid) {
        if (sid == null) {
            return 0;
        }
        int at = out.position();
        out.put(sid.toBytes());
        return at;
    }

    private static int put(ByteBuffer out, @Nullable Acl acl) {
        if (acl == null) {
            return 0;
        }
        int at = out.position();
        out.put((byte) acl.revision()).put((byte) 0).putShort((short) size(acl));
        out.putShort((short) acl.entries().size()).putShort((short) 0);
        acl.entries().forEach(ace -> put(out, ace));
        return at;
    }

    /** One entry with its header. */
    static byte[] write(Ace ace) {
        ByteBuffer out = ByteBuffer.allocate(size(ace)).order(ByteOrder.LITTLE_ENDIAN);
        put(out, ace);
        return out.array();
    }

    /** One entry without its header. */
    static OpaqueData body(Ace ace) {
        byte[] bytes = write(ace);
        int header = SecurityDescriptorReader.ACE_HEADER_SIZE;
        return OpaqueData.of(bytes, header, bytes.length - header);
    }

    private static void put(ByteBuffer out, Ace ace) {
        out.put((byte) ace.typeNumber()).put((byte) ace.flags()).putShort((short) size(ace));
        switch (ace) {
            case Ace.Basic basic -> {
                out.putInt(basic.mask().bits());
                out.put(basic.trustee().toBytes()).put(basic.data().toBytes());
            }
            case Ace.ObjectScoped scoped -> {
                out.putInt(scoped.mask().bits()).putInt(present(scoped));
                put(out, scoped.objectType());
                put(out, scoped.inheritedObjectType());
                out.put(scoped.trustee().toBytes()).put(scoped.data().toBytes());
            }
            case Ace.Raw raw -> out.put(raw.body().toBytes());
        }
    }

    private static void put(ByteBuffer out, @Nullable Guid guid) {
        if (guid != null) {
            byte[] bytes = new byte[Guid.SIZE];
            guid.write(bytes, 0);
            out.put(bytes);
        }
    }

    private static int present(Ace.ObjectScoped ace) {
        return (ace.objectType() == null ? 0 : SecurityDescriptorReader.OBJECT_TYPE_PRESENT)
                | (ace.inheritedObjectType() == null ? 0 : SecurityDescriptorReader.INHERITED_OBJECT_TYPE_PRESENT);
    }

    /** The bytes of a list; fails when they are more than its header can say. */
    static int size(@Nullable Acl acl) {
        if (acl == null) {
            return 0;
        }
        long size = SecurityDescriptorReader.ACL_HEADER_SIZE
                + acl.entries().stream().mapToLong(SecurityDescriptorWriter::size).sum();
        if (size > MAX_ACL_SIZE) {
            throw new IllegalStateException("list of " + size + " bytes");
        }
        return (int) size;
    }

    private static int size(@Nullable Sid sid) {
        return sid == null ? 0 : Sid.HEADER_SIZE + 4 * sid.subAuthorityCount();
    }

    static int size(Ace ace) {
        return SecurityDescriptorReader.ACE_HEADER_SIZE + switch (ace) {
            case Ace.Basic basic -> 4 + size(basic.trustee()) + basic.data().size();
            case Ace.ObjectScoped scoped -> 8 + Guid.SIZE * Integer.bitCount(present(scoped)) + size(scoped.trustee())
                    + scoped.data().size();
            case Ace.Raw raw -> raw.body().size();
        };
    }
}
