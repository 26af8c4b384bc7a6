package dev.vigie.cli;

/** What the process answers its caller with. */
public final class ExitCode {
    /** Nothing found, all well. */
    public static final int FINE = 0;
    /** A problem was found (Confirmed or Likely), or for {@code check}-like verbs damage. */
    public static final int FOUND = 1;
    /** The command was not understood. */
    public static final int USAGE = 2;
    /** It could not be checked: nothing readable, nothing relevant. */
    public static final int COULD_NOT_CHECK = 3;
    /** Authentication failed. */
    public static final int AUTHENTICATION = 4;
    /** A fault in Vigie itself. */
    public static final int INTERNAL = 70;
    /** Interrupted by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
