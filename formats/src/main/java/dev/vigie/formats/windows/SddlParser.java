package dev.vigie.formats.windows;

import dev.vigie.formats.Place;
import dev.vigie.formats.windows.SddlSyntaxException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads SDDL (MS-DTYP 2.5.1). White space between parts is skipped; letters may have any case. */
final class SddlParser {
    static final String NO_ACCESS_CONTROL = "NO_ACCESS_CONTROL";
    /** Stands before data in hexadecimal, a form of this program. */
    static final char RAW = '#';
    private static final Pattern SID = Pattern.compile(
            "(?i)S-1-(?:0x[0-9a-f]{12}|0x[0-9a-f]{1,11}(?=-)|\\d{1,15})(?:-\\d{1,10}){0,15}");
    private static final int BASIC_FIELDS = 6;
    private static final int RAW_FIELDS = 3;
    private final String text;
    private final @Nullable Sid domain;
    private int at;
    private @Nullable Sid owner;
    private @Nullable Sid group;
    private @Nullable Acl dacl;
    private @Nullable Acl sacl;
    private int control;

    SddlParser(String text, @Nullable Sid domain) {
        this.text = text;
        this.domain = domain;
    }

    SecurityDescriptor parse() {
        StringBuilder seen = new StringBuilder();
        skipSpace();
        while (at < text.length()) {
            int start = at;
            if (at + 1 >= text.length() || text.charAt(at + 1) != ':') {
                throw new SddlSyntaxException(Fault.PART, start);
            }
            char part = Character.toUpperCase(text.charAt(at));
            if (seen.indexOf(String.valueOf(part)) >= 0) {
                throw new SddlSyntaxException(Fault.REPEATED_PART, start);
            }
            seen.append(part);
            at += 2;
            skipSpace();
            parsePart(part, start);
            skipSpace();
        }
        return new SecurityDescriptor(0, control, owner, group, sacl, dacl);
    }

    private void parsePart(char part, int start) {
        switch (part) {
            case 'O' -> owner = sid();
            case 'G' -> group = sid();
            case 'D' -> {
                control |= SecurityDescriptor.DACL_PRESENT | listFlags(SecurityDescriptor.DACL_PROTECTED,
                        SecurityDescriptor.DACL_AUTO_INHERIT_REQUIRED, SecurityDescriptor.DACL_AUTO_INHERITED);
                dacl = list(start);
            }
            case 'S' -> {
                control |= SecurityDescriptor.SACL_PRESENT | listFlags(SecurityDescriptor.SACL_PROTECTED,
                        SecurityDescriptor.SACL_AUTO_INHERIT_REQUIRED, SecurityDescriptor.SACL_AUTO_INHERITED);
                sacl = list(start);
            }
            default -> throw new SddlSyntaxException(Fault.PART, start);
        }
    }

    private int listFlags(int protectedBit, int requiredBit, int inheritedBit) {
        int flags = 0;
        while (true) {
            if (accept("AR")) {
                flags |= requiredBit;
            } else if (accept("AI")) {
                flags |= inheritedBit;
            } else if (accept("P")) {
                flags |= protectedBit;
            } else {
                return flags;
            }
        }
    }

    private @Nullable Acl list(int start) {
        if (accept(NO_ACCESS_CONTROL)) {
            return null;
        }
        List<Ace> entries = new ArrayList<>();
        long size = SecurityDescriptorReader.ACL_HEADER_SIZE;
        skipSpace();
        while (at < text.length() && text.charAt(at) == '(') {
            Ace ace = entry();
            entries.add(ace);
            size += SecurityDescriptorWriter.size(ace);
            if (size > SecurityDescriptorWriter.MAX_ACL_SIZE) {
                throw new SddlSyntaxException(Fault.TOO_LONG, start);
            }
            skipSpace();
        }
        boolean ends = at >= text.length() || at + 1 < text.length() && text.charAt(at + 1) == ':';
        if (!ends) {
            throw new SddlSyntaxException(entries.isEmpty() ? Fault.LIST_FLAGS : Fault.ENTRY_FORM, at);
        }
        return Acl.of(entries);
    }

    private Ace entry() {
        int start = at + 1;
        int close = text.indexOf(')', start);
        int inner = text.indexOf('(', start);
        if (close < 0 || inner >= 0 && inner < close) {
            throw new SddlSyntaxException(inner >= 0 ? Fault.CONDITION : Fault.ENTRY_FORM, start);
        }
        String[] fields = text.substring(start, close).split(";", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].strip();
        }
        at = close + 1;
        return fields[0].startsWith("0x") ? raw(fields, start) : entry(fields, start);
    }

    private Ace entry(String[] fields, int start) {
        if (fields.length < BASIC_FIELDS || fields.length > BASIC_FIELDS + 1) {
            throw new SddlSyntaxException(Fault.ENTRY_FORM, start);
        }
        AceType type = type(fields[0], start);
        int flags = orFail(SddlNames.parseFlags(fields[1]), Fault.ENTRY_FLAGS, start);
        AccessMask mask = new AccessMask(orFail(SddlNames.parseRights(fields[2], type), Fault.RIGHTS, start));
        Guid objectType = guid(fields[3], start);
        Guid inherited = guid(fields[4], start);
        Sid trustee = trustee(fields[5], start);
        OpaqueData data = fields.length > BASIC_FIELDS ? data(fields[6], start) : OpaqueData.EMPTY;
        if (type.isObject()) {
            return new Ace.ObjectScoped(type, flags, mask, objectType, inherited, trustee, data);
        }
        if (objectType != null || inherited != null) {
            throw new SddlSyntaxException(Fault.OBJECT_TYPE, start);
        }
        return new Ace.Basic(type, flags, mask, trustee, data);
    }

    private static AceType type(String letters, int start) {
        for (AceType type : AceType.values()) {
            if (type.letters().filter(letters::equalsIgnoreCase).isPresent()) {
                return type;
            }
        }
        throw new SddlSyntaxException(Fault.ENTRY_TYPE, start);
    }

    /** An entry in hexadecimal is read as a binary one, since it may be of a type that is known after all. */
    private static Ace raw(String[] fields, int start) {
        if (fields.length != RAW_FIELDS) {
            throw new SddlSyntaxException(Fault.ENTRY_FORM, start);
        }
        int type = orFail(SddlNames.parseFlags(fields[0]), Fault.ENTRY_TYPE, start);
        int flags = orFail(SddlNames.parseFlags(fields[1]), Fault.ENTRY_FLAGS, start);
        Ace.Raw raw = new Ace.Raw(type, flags, data(fields[2], start));
        if (SecurityDescriptorWriter.size(raw) > SecurityDescriptorWriter.MAX_ACL_SIZE) {
            throw new SddlSyntaxException(Fault.TOO_LONG, start);
        }
        byte[] bytes = SecurityDescriptorWriter.write(raw);
        return new SecurityDescriptorReader(bytes, 0, bytes.length, Place.of("sddl")).entry();
    }

    private static OpaqueData data(String field, int start) {
        if (field.isEmpty() || field.charAt(0) != RAW) {
            throw new SddlSyntaxException(Fault.CONDITION, start);
        }
        try {
            return OpaqueData.parse(field.substring(1));
        } catch (IllegalArgumentException e) {
            throw new SddlSyntaxException(Fault.CONDITION, start);
        }
    }

    private static @Nullable Guid guid(String field, int start) {
        if (field.isEmpty()) {
            return null;
        }
        try {
            return Guid.parse(field);
        } catch (IllegalArgumentException e) {
            throw new SddlSyntaxException(Fault.OBJECT_TYPE, start);
        }
    }

    private Sid trustee(String field, int start) {
        SddlParser inner = new SddlParser(field, domain);
        try {
            Sid sid = inner.sid();
            if (inner.at == field.length()) {
                return sid;
            }
        } catch (SddlSyntaxException e) {
            throw new SddlSyntaxException(e.fault(), start);
        }
        throw new SddlSyntaxException(Fault.TRUSTEE, start);
    }

    private Sid sid() {
        Matcher matcher = SID.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            int start = at;
            at = matcher.end();
            try {
                return Sid.parse(matcher.group());
            } catch (IllegalArgumentException e) {
                throw new SddlSyntaxException(Fault.TRUSTEE, start);
            }
        }
        if (at + 2 > text.length()) {
            throw new SddlSyntaxException(Fault.TRUSTEE, at);
        }
        Sid sid = named(text.substring(at, at + 2).toUpperCase(Locale.ROOT));
        at += 2;
        return sid;
    }

    private Sid named(String word) {
        Sid sid = SddlNames.sid(word);
        if (sid != null) {
            return sid;
        }
        int rid = orFail(SddlNames.domainRid(word), Fault.TRUSTEE, at);
        if (domain == null || domain.subAuthorityCount() == Sid.MAX_SUB_AUTHORITIES) {
            throw new SddlSyntaxException(Fault.DOMAIN_NEEDED, at);
        }
        return domain.child(rid);
    }

    private static int orFail(OptionalInt value, Fault fault, int position) {
        if (value.isEmpty()) {
            throw new SddlSyntaxException(fault, position);
        }
        return value.getAsInt();
    }

    private boolean accept(String word) {
        boolean found = text.regionMatches(true, at, word, 0, word.length());
        at += found ? word.length() : 0;
        return found;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
