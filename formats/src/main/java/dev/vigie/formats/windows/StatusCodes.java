package dev.vigie.formats.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The decoder of status codes: what a number or name that somebody typed or pasted can mean. */
public final class StatusCodes {
    private static final int SMALL = 0xFFFF;
    /** The kinds a small number can be, the likeliest first. */
    private static final List<StatusKind> SMALL_KINDS = List.of(StatusKind.WIN32, StatusKind.KERBEROS,
            StatusKind.RDP_CLIENT, StatusKind.RDP_DISCONNECT, StatusKind.TLS_ALERT, StatusKind.RDP_NEGOTIATION,
            StatusKind.NTSTATUS, StatusKind.HRESULT);
    private static final List<StatusKind> LARGE_KINDS = List.of(StatusKind.HRESULT, StatusKind.NTSTATUS,
            StatusKind.WIN32);

    /** Words that say which numbering is meant, asked in this order; a bare number needs none of them. */
    private static final class Context {
        static final List<Map.Entry<Pattern, StatusKind>> WORDS = List.of(words("hresult", StatusKind.HRESULT),
                words("nt ?status|sub ?status", StatusKind.NTSTATUS), words("win ?32", StatusKind.WIN32),
                words("kerb|krb|kdc", StatusKind.KERBEROS),
                words("\\b(?:tls|ssl|fatal)\\b.*\\balert|\\balerte?\\b.*\\b(?:tls|ssl)\\b", StatusKind.TLS_ALERT),
                words("rdp_?neg|negotiation failure|failurecode", StatusKind.RDP_NEGOTIATION),
                words("errinfo|error ?info|extended|\u00e9tendu", StatusKind.RDP_DISCONNECT),
                words("mstsc|disconnect|d\u00e9connexion|\\brdp\\b", StatusKind.RDP_CLIENT));

        private static Map.Entry<Pattern, StatusKind> words(String pattern, StatusKind kind) {
            return Map.entry(Pattern.compile(pattern), kind);
        }
    }

    private StatusCodes() {
    }

    /** The codes with a symbolic name, in any case of letters; empty when it is not known. */
    public static List<StatusCode> named(String name) {
        return List.copyOf(StatusTable.instance().find(name));
    }

    /**
     * What a text with a code in it can mean, the likeliest reading first.
     *
     * <p>Read are symbolic names, {@code 0x} numbers, eight hexadecimal digits without it, {@code %%} parameter messages,
     * and decimal numbers, negative ones as HRESULTs are often printed. Decimal numbers count only when nothing plainer
     * is in the text, so that an event id beside a code does not disturb. Of long texts the first 4,096 characters are
     * read. Empty when there is no code in the text.
     */
    public static List<StatusReading> interpret(String typed) {
        List<StatusToken> tokens = StatusToken.in(typed);
        Optional<StatusKind> stated = statedKind(typed, tokens);
        Map<StatusCode, StatusReading> readings = new LinkedHashMap<>();
        for (StatusToken token : tokens) {
            for (StatusReading reading : readings(token, stated)) {
                readings.putIfAbsent(reading.code(), reading);
            }
        }
        return List.copyOf(readings.values());
    }

    private static Optional<StatusKind> statedKind(String typed, List<StatusToken> tokens) {
        if (tokens.isEmpty() || tokens.getFirst().text().length() == typed.strip().length()) {
            return Optional.empty();
        }
        String text = typed.substring(0, Math.min(typed.length(), StatusToken.MAX_TEXT)).toLowerCase(Locale.ROOT);
        return Context.WORDS.stream().filter(words -> words.getKey().matcher(text).find()).map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<StatusReading> readings(StatusToken token, Optional<StatusKind> stated) {
        return switch (token.form()) {
            case NAME -> named(token.text()).stream()
                    .map(code -> new StatusReading(code, ReadingReason.SYMBOLIC_NAME, token.text())).toList();
            case PARAMETER -> isSmall(token.value())
                    ? List.of(new StatusReading(StatusCode.win32(token.value()), ReadingReason.PARAMETER_MESSAGE,
                            token.text()))
                    : numeric(token, stated);
            case HEXADECIMAL, DECIMAL -> numeric(token, stated);
        };
    }

    private static List<StatusReading> numeric(StatusToken token, Optional<StatusKind> stated) {
        int value = token.value();
        List<StatusReading> readings = new ArrayList<>();
        stated.map(kind -> new StatusCode(kind, value)).filter(StatusCodes::isPlausible)
                .ifPresent(code -> readings.add(new StatusReading(code, ReadingReason.STATED_KIND, token.text())));
        for (StatusKind kind : isSmall(value) ? SMALL_KINDS : LARGE_KINDS) {
            StatusCode code = new StatusCode(kind, value);
            if (!code.allNames().isEmpty() && readings.stream().noneMatch(reading -> reading.code().equals(code))) {
                readings.add(new StatusReading(code, readings.isEmpty() ? reason(value) : ReadingReason.ALSO_DEFINED,
                        token.text()));
            }
        }
        if (readings.isEmpty()) {
            readings.add(new StatusReading(new StatusCode(likelyKind(value), value),
                    isSmall(value) ? ReadingReason.UNNAMED : ReadingReason.HIGH_BITS, token.text()));
        }
        return readings;
    }

    private static boolean isPlausible(StatusCode code) {
        return code.kind().hasFacility() || !code.names().isEmpty()
                || code.kind() == StatusKind.WIN32 && isSmall(code.value());
    }

    private static ReadingReason reason(int value) {
        return isSmall(value) ? ReadingReason.MOST_COMMON : ReadingReason.HIGH_BITS;
    }

    /** Codes with the two top bits set are NTSTATUS errors, save those with the NT bit: HRESULTs made of one. */
    private static StatusKind likelyKind(int value) {
        if (isSmall(value)) {
            return StatusKind.WIN32;
        }
        return value >>> 28 == 0xC || value >>> 30 == 1 ? StatusKind.NTSTATUS : StatusKind.HRESULT;
    }

    private static boolean isSmall(int value) {
        return Integer.compareUnsigned(value, SMALL) <= 0;
    }
}
