package dev.vigie.cli;

import dev.vigie.rendering.Texts;
import java.util.List;

/**
 * A command that cannot be carried out, with what the user reads: a text key, its arguments, and the exit code. The
 * text says what is wrong and what to do next.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;
    private final String key;
    private final transient List<Object> arguments;

    private Refusal(int exitCode, String key, Object... arguments) {
        super(key);
        this.exitCode = exitCode;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The command itself is wrong. */
    public static Refusal usage(String key, Object... arguments) {
        return new Refusal(ExitCode.USAGE, key, arguments);
    }

    /** The input cannot be used. */
    public static Refusal input(String key, Object... arguments) {
        return new Refusal(ExitCode.COULD_NOT_CHECK, key, arguments);
    }

    int exitCode() {
        return exitCode;
    }

    String say(Texts texts) {
        return texts.get(key, Session.printable(arguments));
    }
}
