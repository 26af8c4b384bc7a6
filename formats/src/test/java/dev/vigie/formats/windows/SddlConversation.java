package dev.vigie.formats.windows;

import dev.vigie.formats.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Converts security descriptors line by line, for {@code interop/sddl.py}.
 *
 * <p>{@code random COUNT SEED} prints as many descriptors as {@code SDDL TAB HEX}, {@code binary SDDL} the binary form in
 * hexadecimal, {@code text HEX} the SDDL; what cannot be read is answered by {@code !} and the reason.
 */
final class SddlConversation {
    private static final Sid DOMAIN = Sid.parse("S-1-5-21-1004336348-1177238915-682003330");
    private static final List<AceType> DACL_TYPES = List.of(AceType.ALLOWED, AceType.DENIED, AceType.ALLOWED_OBJECT,
            AceType.DENIED_OBJECT);
    private static final List<AceType> SACL_TYPES = List.of(AceType.AUDIT, AceType.AUDIT_OBJECT);
    private static final List<AccessMask> MASKS = List.of(AccessMask.FILE_ALL, AccessMask.FILE_READ,
            AccessMask.KEY_ALL, AccessMask.KEY_READ, AccessMask.GENERIC_ALL, AccessMask.DELETE);
    private final Random random;

    private SddlConversation(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 2);
                switch (words[0]) {
                    case "random" -> printRandom(words[1].split(" ", -1), out);
                    case "binary" -> out.println(binary(words[1]));
                    case "text" -> out.println(text(words[1]));
                    default -> throw new IllegalArgumentException(line);
                }
            }
        }
    }

    private static void printRandom(String[] countAndSeed, PrintStream out) {
        SddlConversation conversation = new SddlConversation(Long.parseLong(countAndSeed[1]));
        for (int i = Integer.parseInt(countAndSeed[0]); i > 0; i--) {
            SecurityDescriptor descriptor = conversation.descriptor();
            out.println(descriptor.toSddl(DOMAIN) + "\t" + HexFormat.of().formatHex(descriptor.toBytes()));
        }
    }

    private static String binary(String sddl) {
        try {
            return HexFormat.of().formatHex(SecurityDescriptor.parse(sddl, DOMAIN).toBytes());
        } catch (SddlSyntaxException e) {
            return "!" + e.getMessage();
        }
    }

    private static String text(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        SecurityDescriptor.Reading reading = SecurityDescriptor.read(bytes, 0, bytes.length, Place.of("stdin"));
        return reading.problems().isEmpty() ? reading.descriptor().toSddl(DOMAIN) : "!" + reading.problems();
    }

    private SecurityDescriptor descriptor() {
        int control = random.nextBoolean() ? SecurityDescriptor.DACL_PROTECTED : SecurityDescriptor.DACL_AUTO_INHERITED;
        Acl dacl = random.nextInt(10) == 0 ? null : acl(DACL_TYPES, 0);
        Acl sacl = random.nextInt(3) == 0 ? acl(SACL_TYPES, Ace.AUDIT_SUCCESS | Ace.AUDIT_FAILURE) : null;
        return new SecurityDescriptor(0, dacl == null ? 0 : control, random.nextInt(5) == 0 ? null : sid(),
                random.nextInt(5) == 0 ? null : sid(), sacl, dacl);
    }

    private Acl acl(List<AceType> types, int auditFlags) {
        List<Ace> entries = new ArrayList<>();
        // Never empty: Samba does not read an empty list that another one follows.
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            AceType type = types.get(random.nextInt(types.size()));
            int flags = random.nextInt(0x20) | random.nextInt(0x100) & auditFlags;
            entries.add(type.isObject()
                    ? new Ace.ObjectScoped(type, flags, mask(), guid(), guid(), sid(), OpaqueData.EMPTY)
                    : new Ace.Basic(type, flags, mask(), sid()));
        }
        return Acl.of(entries);
    }

    private AccessMask mask() {
        return random.nextBoolean() ? MASKS.get(random.nextInt(MASKS.size())) : new AccessMask(random.nextInt());
    }

    private @Nullable Guid guid() {
        return random.nextBoolean() ? null : new Guid(random.nextLong(), random.nextLong());
    }

    private Sid sid() {
        WellKnownSid[] known = WellKnownSid.values();
        return random.nextInt(4) == 0
                ? Sid.parse("S-1-5-21-1-2-" + random.nextInt(1 << 30) + "-" + random.nextInt(1 << 30))
                : known[random.nextInt(known.length)].in(DOMAIN);
    }
}
