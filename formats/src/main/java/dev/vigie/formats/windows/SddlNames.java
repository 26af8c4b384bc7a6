package dev.vigie.formats.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The two-letter words of SDDL for SIDs, rights and flags (MS-DTYP 2.5.1.1). */
final class SddlNames {
    private static final Map<String, Sid> SIDS = sids();
    private static final Map<Sid, String> NAMES = inverse(SIDS);
    /** Accounts of a domain: the last sub-authority. */
    private static final Map<String, Integer> DOMAIN_RIDS = Map.ofEntries(Map.entry("RO", 498), Map.entry("LA", 500),
            Map.entry("LG", 501), Map.entry("DA", 512), Map.entry("DU", 513), Map.entry("DG", 514),
            Map.entry("DC", 515), Map.entry("DD", 516), Map.entry("CA", 517), Map.entry("SA", 518),
            Map.entry("EA", 519), Map.entry("PA", 520), Map.entry("CN", 522), Map.entry("AP", 525),
            Map.entry("KA", 526), Map.entry("EK", 527), Map.entry("RS", 553));
    private static final Map<Integer, String> DOMAIN_NAMES = inverse(DOMAIN_RIDS);

    /** A word for some bits. */
    record Bits(String word, int bits) {
    }

    /** Words for one right each, in the order Windows writes them: by rising bits. */
    private static final List<Bits> SINGLE_RIGHTS = List.of(new Bits("CC", 0x1), new Bits("DC", 0x2),
            new Bits("LC", 0x4), new Bits("SW", 0x8), new Bits("RP", 0x10), new Bits("WP", 0x20), new Bits("DT", 0x40),
            new Bits("LO", 0x80), new Bits("CR", 0x100), new Bits("SD", 0x1_0000), new Bits("RC", 0x2_0000),
            new Bits("WD", 0x4_0000), new Bits("WO", 0x8_0000), new Bits("GA", 0x1000_0000),
            new Bits("GX", 0x2000_0000), new Bits("GW", 0x4000_0000), new Bits("GR", 0x8000_0000));
    private static final List<Bits> COMBINED_RIGHTS = List.of(new Bits("FA", AccessMask.FILE_ALL.bits()),
            new Bits("FR", AccessMask.FILE_READ.bits()), new Bits("FW", AccessMask.FILE_WRITE.bits()),
            new Bits("FX", AccessMask.FILE_EXECUTE.bits()), new Bits("KA", AccessMask.KEY_ALL.bits()),
            new Bits("KR", AccessMask.KEY_READ.bits()), new Bits("KW", AccessMask.KEY_WRITE.bits()),
            new Bits("KX", AccessMask.KEY_READ.bits()));
    /** The policy of a mandatory label (MS-DTYP 2.4.4.13). */
    private static final List<Bits> LABEL_RIGHTS = List.of(new Bits("NW", 0x1), new Bits("NR", 0x2),
            new Bits("NX", 0x4));
    private static final List<Bits> ENTRY_FLAGS = List.of(new Bits("OI", Ace.OBJECT_INHERIT),
            new Bits("CI", Ace.CONTAINER_INHERIT), new Bits("NP", Ace.NO_PROPAGATE), new Bits("IO", Ace.INHERIT_ONLY),
            new Bits("ID", Ace.INHERITED), new Bits("CR", Ace.CRITICAL), new Bits("SA", Ace.AUDIT_SUCCESS),
            new Bits("FA", Ace.AUDIT_FAILURE));
    private static final int WORD = 2;

    private SddlNames() {
    }

    private static Map<String, Sid> sids() {
        Map<String, Sid> sids = new HashMap<>();
        String all = "AA=S-1-5-32-579 AC=S-1-15-2-1 AN=S-1-5-7 AO=S-1-5-32-548 AS=S-1-18-1 AU=S-1-5-11 BA=S-1-5-32-544 "
                + "BG=S-1-5-32-546 BO=S-1-5-32-551 BU=S-1-5-32-545 CD=S-1-5-32-574 CG=S-1-3-1 CO=S-1-3-0 "
                + "CY=S-1-5-32-569 ED=S-1-5-9 ER=S-1-5-32-573 ES=S-1-5-32-576 HA=S-1-5-32-578 HI=S-1-16-12288 "
                + "IS=S-1-5-32-568 IU=S-1-5-4 LS=S-1-5-19 LU=S-1-5-32-559 LW=S-1-16-4096 ME=S-1-16-8192 "
                + "MP=S-1-16-8448 MS=S-1-5-32-577 MU=S-1-5-32-558 NO=S-1-5-32-556 NS=S-1-5-20 NU=S-1-5-2 OW=S-1-3-4 "
                + "PO=S-1-5-32-550 PS=S-1-5-10 PU=S-1-5-32-547 RA=S-1-5-32-575 RC=S-1-5-12 RD=S-1-5-32-555 "
                + "RE=S-1-5-32-552 RM=S-1-5-32-580 RU=S-1-5-32-554 SI=S-1-16-16384 SO=S-1-5-32-549 SS=S-1-18-2 "
                + "SU=S-1-5-6 SY=S-1-5-18 UD=S-1-5-84-0-0-0-0-0 WD=S-1-1-0 WR=S-1-5-33";
        for (String pair : all.split(" ", -1)) {
            sids.put(pair.substring(0, WORD), Sid.parse(pair.substring(WORD + 1)));
        }
        return Map.copyOf(sids);
    }

    private static <K, V> Map<V, K> inverse(Map<K, V> map) {
        Map<V, K> inverse = new HashMap<>();
        map.forEach((key, value) -> inverse.put(value, key));
        return Map.copyOf(inverse);
    }

    static @Nullable Sid sid(String word) {
        return SIDS.get(word);
    }

    /** The last sub-authority of an account of a domain. */
    static OptionalInt domainRid(String word) {
        Integer rid = DOMAIN_RIDS.get(word);
        return rid == null ? OptionalInt.empty() : OptionalInt.of(rid);
    }

    /** The word for a SID, or its text form. */
    static String name(Sid sid, @Nullable Sid domain) {
        String name = NAMES.get(sid);
        if (name == null && domain != null && sid.parent().filter(domain::equals).isPresent()) {
            name = DOMAIN_NAMES.get(sid.subAuthority(sid.subAuthorityCount() - 1));
        }
        return name == null ? sid.toString() : name;
    }

    static String rights(AccessMask mask, AceType type) {
        if (type == AceType.MANDATORY_LABEL) {
            return words(mask.bits(), LABEL_RIGHTS);
        }
        for (Bits combined : COMBINED_RIGHTS) {
            if (combined.bits == mask.bits()) {
                return combined.word;
            }
        }
        return words(mask.bits(), SINGLE_RIGHTS);
    }

    static String flags(int flags) {
        return words(flags, ENTRY_FLAGS);
    }

    /** Words when there is one for each bit, a hexadecimal number otherwise. */
    private static String words(int bits, List<Bits> words) {
        StringBuilder text = new StringBuilder();
        int rest = bits;
        for (Bits word : words) {
            if ((rest & word.bits) != 0) {
                text.append(word.word);
                rest &= ~word.bits;
            }
        }
        return rest == 0 ? text.toString() : "0x" + Integer.toHexString(bits);
    }

    static OptionalInt parseRights(String text, AceType type) {
        List<Bits> known = new ArrayList<>();
        if (type == AceType.MANDATORY_LABEL) {
            known.addAll(LABEL_RIGHTS);
        }
        known.addAll(SINGLE_RIGHTS);
        known.addAll(COMBINED_RIGHTS);
        return parse(text, known);
    }

    static OptionalInt parseFlags(String text) {
        OptionalInt flags = parse(text, ENTRY_FLAGS);
        return flags.isPresent() && flags.getAsInt() >>> 8 != 0 ? OptionalInt.empty() : flags;
    }

    private static OptionalInt parse(String text, List<Bits> known) {
        if (!text.isEmpty() && Character.digit(text.charAt(0), 10) >= 0) {
            return number(text);
        }
        int bits = 0;
        for (int at = 0; at < text.length(); at += WORD) {
            String word = text.substring(at, Math.min(text.length(), at + WORD)).toUpperCase(Locale.ROOT);
            OptionalInt meaning = known.stream().filter(entry -> entry.word.equals(word)).mapToInt(Bits::bits)
                    .findFirst();
            if (meaning.isEmpty()) {
                return meaning;
            }
            bits |= meaning.getAsInt();
        }
        return OptionalInt.of(bits);
    }

    /** Hexadecimal with {@code 0x}, octal with a leading zero, else decimal, as C reads it. */
    private static OptionalInt number(String text) {
        try {
            long number = Long.decode(text);
            return number >>> 32 == 0 ? OptionalInt.of((int) number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
