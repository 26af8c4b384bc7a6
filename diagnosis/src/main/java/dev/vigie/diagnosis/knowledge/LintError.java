package dev.vigie.diagnosis.knowledge;

/**
 * A mistake in a knowledge file.
 *
 * @param file the file, relative to the knowledge folder
 * @param line from 1
 * @param reason what is wrong, for the writer of the file
 */
public record LintError(String file, int line, String reason) implements Comparable<LintError> {
    @Override
    public int compareTo(LintError other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : reason.compareTo(other.reason);
    }

    /** {@code topics/rdp-certificate.yaml:12: unknown key 'fix2'}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
