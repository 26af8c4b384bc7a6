package dev.vigie.formats.events.text;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names that every XML 1.0 parser accepts, and the escape for those that are none.
 *
 * <p>The editions of XML 1.0 differ in which letters a name may hold. Allowed here are the letters of the common scripts
 * that all of them accept; any other UTF-16 code unit is written as {@code _xHHHH_}, the form that .NET's
 * {@code XmlConvert.DecodeName} turns back. A name that holds such a sequence itself gets its underscore escaped.
 */
public final class XmlNames {
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-F]{4}_)");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** First and last of each run of letters beyond ASCII. */
    private static final String LETTER_RANGES = "\u00C0\u00D6\u00D8\u00F6\u00F8\u0131\u0134\u013E\u0141\u0148\u014A"
            + "\u017E\u0388\u038A\u038E\u03A1\u03A3\u03CE\u0401\u040C\u040E\u044F\u0451\u045C\u05D0\u05EA\u0621\u063A"
            + "\u0641\u064A\u3041\u3094\u30A1\u30FA\u4E00\u9FA5\uAC00\uD7A3";

    private XmlNames() {
    }

    /** Whether this is a name without a colon (Namespaces in XML 1.0, NCName) in every edition. */
    public static boolean isNcName(String name) {
        if (name.isEmpty() || !isNameStart(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!isNamePart(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The name itself when it is an NCName, else its escaped form, which is one. */
    public static String escaped(String name) {
        boolean plain = isNcName(name) && !(name.indexOf("_x") >= 0 && LOOKS_ESCAPED.matcher(name).find());
        return plain ? name : escape(LOOKS_ESCAPED.matcher(name).replaceAll("_x005F_"));
    }

    private static String escape(String name) {
        if (name.isEmpty()) {
            return "_";
        }
        StringBuilder escaped = new StringBuilder(name.length() + 16);
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (i == 0 ? isNameStart(unit) : isNamePart(unit)) {
                escaped.append(unit);
            } else {
                escaped.append(escapedUnit(unit));
            }
        }
        return escaped.toString();
    }

    /** A code unit as {@code _xHHHH_}. */
    static String escapedUnit(char unit) {
        return "_x" + HEX.toHexDigits(unit) + "_";
    }

    private static boolean isNameStart(char unit) {
        return isAsciiLetter(unit) || unit == '_' || unit >= 0x80 && isLetter(unit);
    }

    private static boolean isNamePart(char unit) {
        return isNameStart(unit) || unit >= '0' && unit <= '9' || unit == '-' || unit == '.';
    }

    private static boolean isAsciiLetter(char unit) {
        return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
    }

    private static boolean isLetter(char unit) {
        for (int i = 0; i < LETTER_RANGES.length(); i += 2) {
            if (unit <= LETTER_RANGES.charAt(i + 1)) {
                return unit >= LETTER_RANGES.charAt(i);
            }
        }
        return false;
    }
}
