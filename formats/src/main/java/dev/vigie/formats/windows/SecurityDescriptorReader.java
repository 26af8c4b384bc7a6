package dev.vigie.formats.windows;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the self-relative form of security descriptors (MS-DTYP 2.4.6), whatever the bytes are. */
final class SecurityDescriptorReader {
    static final int HEADER_SIZE = 20;
    static final int ACL_HEADER_SIZE = 8;
    static final int ACE_HEADER_SIZE = 4;
    static final int OBJECT_TYPE_PRESENT = 1;
    static final int INHERITED_OBJECT_TYPE_PRESENT = 2;
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final Place place;
    private final List<Problem> problems = new ArrayList<>();

    SecurityDescriptorReader(byte[] bytes, int offset, int length, Place place) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        this.start = offset;
        this.end = offset + length;
        this.place = place;
    }

    SecurityDescriptor.Reading read() {
        if (end - start < HEADER_SIZE || bytes[start] != 1) {
            problem(SecurityProblem.NOT_A_DESCRIPTOR, start, end - start);
            return new SecurityDescriptor.Reading(SecurityDescriptor.EMPTY, problems);
        }
        int control = u16(start + 2);
        Sid owner = sid("owner", start + 4);
        Sid group = sid("group", start + 8);
        Acl sacl = (control & SecurityDescriptor.SACL_PRESENT) == 0 ? null : acl("sacl", start + 12);
        Acl dacl = (control & SecurityDescriptor.DACL_PRESENT) == 0 ? null : acl("dacl", start + 16);
        if (dacl == null && u32(start + 16) != 0) {
            // A DACL that cannot be read must not become a null DACL, which would mean full access for everybody.
            control &= ~SecurityDescriptor.DACL_PRESENT;
        }
        SecurityDescriptor descriptor = new SecurityDescriptor(bytes[start + 1] & 0xFF, control, owner, group, sacl,
                dacl);
        return new SecurityDescriptor.Reading(descriptor, problems);
    }

    private @Nullable Sid sid(String part, int field) {
        long offset = u32(field);
        if (offset == 0) {
            return null;
        }
        Sid sid = offset < end - start ? sidAt(start + (int) offset, end) : null;
        if (sid == null) {
            problem(SecurityProblem.BAD_SID, field, part, offset);
        }
        return sid;
    }

    private @Nullable Sid sidAt(int at, int limit) {
        if (limit - at < Sid.HEADER_SIZE) {
            return null;
        }
        int count = bytes[at + 1] & 0xFF;
        boolean whole = bytes[at] == 1 && count <= Sid.MAX_SUB_AUTHORITIES && limit - at >= Sid.HEADER_SIZE + 4 * count;
        return whole ? Sid.read(bytes, at, limit - at) : null;
    }

    private @Nullable Acl acl(String part, int field) {
        long offset = u32(field);
        if (offset == 0) {
            return null;
        }
        if (offset > end - start - ACL_HEADER_SIZE) {
            problem(SecurityProblem.BAD_ACL, field, part, offset);
            return null;
        }
        int at = start + (int) offset;
        int limit = Math.min(end, at + Math.max(ACL_HEADER_SIZE, u16(at + 2)));
        return new Acl(bytes[at] & 0xFF, entries(at + ACL_HEADER_SIZE, limit, u16(at + 4)));
    }

    private List<Ace> entries(int first, int limit, int count) {
        List<Ace> entries = new ArrayList<>();
        int at = first;
        while (entries.size() < count) {
            int size = limit - at < ACE_HEADER_SIZE ? 0 : u16(at + 2);
            if (size < ACE_HEADER_SIZE || size > limit - at) {
                problem(SecurityProblem.ACL_CUT_SHORT, at, count, entries.size());
                break;
            }
            entries.add(entry(at, at + size, entries.size()));
            at += size;
        }
        return entries;
    }

    /** The whole input as one entry. */
    Ace entry() {
        return entry(start, end, 0);
    }

    private Ace entry(int at, int limit, int index) {
        int number = bytes[at] & 0xFF;
        Optional<AceType> type = AceType.of(number);
        Ace ace = type.isEmpty() ? null : known(type.get(), at, limit);
        if (ace != null) {
            return ace;
        }
        if (type.isPresent()) {
            problem(SecurityProblem.BAD_ACE, at, number, index);
        }
        int body = at + ACE_HEADER_SIZE;
        return new Ace.Raw(number, bytes[at + 1] & 0xFF, OpaqueData.of(bytes, body, limit - body));
    }

    private @Nullable Ace known(AceType type, int at, int limit) {
        int flags = bytes[at + 1] & 0xFF;
        int next = at + ACE_HEADER_SIZE + 4;
        if (next > limit) {
            return null;
        }
        AccessMask mask = new AccessMask((int) u32(next - 4));
        return type.isObject() ? objectScoped(type, flags, mask, next, limit) : basic(type, flags, mask, next, limit);
    }

    private @Nullable Ace basic(AceType type, int flags, AccessMask mask, int at, int limit) {
        Sid trustee = sidAt(at, limit);
        return trustee == null ? null : new Ace.Basic(type, flags, mask, trustee, rest(at, trustee, limit));
    }

    private @Nullable Ace objectScoped(AceType type, int flags, AccessMask mask, int at, int limit) {
        int present = limit - at < 4 ? -1 : (int) u32(at);
        if ((present & ~(OBJECT_TYPE_PRESENT | INHERITED_OBJECT_TYPE_PRESENT)) != 0
                || limit - at < 4 + Guid.SIZE * Integer.bitCount(present)) {
            return null;
        }
        int next = at + 4;
        Guid objectType = null;
        if ((present & OBJECT_TYPE_PRESENT) != 0) {
            objectType = Guid.read(bytes, next);
            next += Guid.SIZE;
        }
        Guid inherited = null;
        if ((present & INHERITED_OBJECT_TYPE_PRESENT) != 0) {
            inherited = Guid.read(bytes, next);
            next += Guid.SIZE;
        }
        Sid trustee = sidAt(next, limit);
        return trustee == null
                ? null
                : new Ace.ObjectScoped(type, flags, mask, objectType, inherited, trustee, rest(next, trustee, limit));
    }

    private OpaqueData rest(int at, Sid sid, int limit) {
        int from = at + Sid.HEADER_SIZE + 4 * sid.subAuthorityCount();
        return OpaqueData.of(bytes, from, limit - from);
    }

    private void problem(SecurityProblem code, int at, Object... arguments) {
        long offset = place.offset() == Place.NO_OFFSET ? at - start : place.offset() + at - start;
        problems.add(Problem.of(code, new Place(place.source(), offset, place.record()), arguments));
    }

    private int u16(int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }
}
