package dev.vigie.formats.windows;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A part of a text that can be a status code.
 *
 * @param form how it is written
 * @param text the part itself
 * @param value the number; 0 for names
 */
record StatusToken(Form form, String text, int value) {
    static final int MAX_TEXT = 4096;
    private static final int MAX_TOKENS = 64;
    private static final int HEX_DIGITS = 8;
    private static final Pattern WORD = Pattern.compile("(%%|[-\u2212](?=\\d))?([A-Za-z0-9_]++)");
    private static final Pattern SIGN_EXTENDED = Pattern.compile("(?i)f{8}(?=[0-9a-f]{8}$)");

    enum Form {
        NAME, PARAMETER, HEXADECIMAL, DECIMAL
    }

    /** The codes in a text, in its order; decimal numbers only when there is nothing else. */
    static List<StatusToken> in(String typed) {
        String text = typed.substring(0, Math.min(typed.length(), MAX_TEXT)).strip();
        if (text.length() <= HEX_DIGITS && isMixedHex(text)) {
            return List.of(hex(text, text));
        }
        List<StatusToken> plain = new ArrayList<>();
        List<StatusToken> decimal = new ArrayList<>();
        WORD.matcher(text).results().forEach(word -> {
            if (plain.size() + decimal.size() < MAX_TOKENS) {
                add(word, text, plain, decimal);
            }
        });
        return plain.isEmpty() ? decimal : plain;
    }

    private static void add(MatchResult match, String text, List<StatusToken> plain, List<StatusToken> decimal) {
        String sign = match.group(1) == null ? "" : match.group(1);
        String word = match.group(2);
        if (sign.equals("%%")) {
            addNumber(Form.PARAMETER, match.group(), word, "", plain);
        } else if (word.length() > 2 && word.regionMatches(true, 0, "0x", 0, 2)) {
            String digits = SIGN_EXTENDED.matcher(word.substring(2)).replaceFirst("");
            if (digits.length() <= HEX_DIGITS && isHex(digits)) {
                plain.add(hex(word, digits));
            }
        } else if (looksLikeName(word) && !StatusTable.instance().find(word).isEmpty()) {
            plain.add(new StatusToken(Form.NAME, word, 0));
        } else if (word.length() == HEX_DIGITS && isHex(word) && "8cCdD".indexOf(word.charAt(0)) >= 0
                && isAlone(match, text)) {
            plain.add(hex(word, word));
        } else if (isAlone(match, text)) {
            addNumber(Form.DECIMAL, match.group(), word, sign.isEmpty() ? "" : "-", decimal);
        }
    }

    private static boolean looksLikeName(String word) {
        return word.indexOf('_') > 0 || word.regionMatches(true, 0, "WSA", 0, 3)
                || word.regionMatches(true, 0, "disconnectReason", 0, 16);
    }

    /** Not a part of a date, a time, an address, a version, a GUID or a SID. */
    private static boolean isAlone(MatchResult match, String text) {
        return !isJoint(text, match.start() - 1, match.start() - 2) && !isJoint(text, match.end(), match.end() + 1)
                && (match.start() == 0 || !Character.isLetterOrDigit(text.charAt(match.start() - 1)));
    }

    private static boolean isJoint(String text, int at, int beyond) {
        return at >= 0 && at < text.length() && ".:/-\\".indexOf(text.charAt(at)) >= 0 && beyond >= 0
                && beyond < text.length() && Character.digit(text.charAt(beyond), 16) >= 0
                && (text.charAt(at) == '-' || Character.isDigit(text.charAt(beyond)));
    }

    private static void addNumber(Form form, String text, String digits, String sign, List<StatusToken> to) {
        if (digits.length() > 10 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        long number = Long.parseLong(sign + digits);
        if (number >= Integer.MIN_VALUE && number <= 0xFFFF_FFFFL) {
            to.add(new StatusToken(form, text, (int) number));
        }
    }

    private static StatusToken hex(String text, String digits) {
        return new StatusToken(Form.HEXADECIMAL, text, HexFormat.fromHexDigits(digits));
    }

    private static boolean isMixedHex(String text) {
        return isHex(text) && text.chars().anyMatch(Character::isLetter) && text.chars().anyMatch(Character::isDigit);
    }

    private static boolean isHex(String text) {
        return !text.isEmpty() && text.chars().allMatch(HexFormat::isHexDigit);
    }
}
