package dev.vigie.diagnosis.sigma;

/** Compares text with a pattern of wildcards, in time that is the product of both lengths at most. */
final class Glob {
    private Glob() {
    }

    /** Whether the pattern covers the whole text. */
    static boolean matches(SigmaString pattern, CharSequence text, boolean cased) {
        int at = 0;
        int inPattern = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            if (inPattern < pattern.length() && pattern.isMany(inPattern)) {
                star = inPattern++;
                retry = at;
            } else if (inPattern < pattern.length() && covers(pattern, inPattern, text.charAt(at), cased)) {
                inPattern++;
                at++;
            } else if (star >= 0) {
                inPattern = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.isMany(inPattern)) {
            inPattern++;
        }
        return inPattern == pattern.length();
    }

    private static boolean covers(SigmaString pattern, int at, char unit, boolean cased) {
        return pattern.isOne(at)
                || (cased ? pattern.charAt(at) == unit : Folding.fold(pattern.charAt(at)) == Folding.fold(unit));
    }
}
