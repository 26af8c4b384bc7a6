package dev.vigie.cli;

/** What is said where a command of {@code wevtutil} asks for a running Windows. */
final class WevtutilMachine {
    private WevtutilMachine() {
    }

    /** A command that reads a log by its channel, and has neither machine nor folder. */
    static Refusal missing(WevtutilCommand command) {
        return Refusal.usage("wevtutil.error.no-machine", command.brief(),
                command == WevtutilCommand.ENUM_LOGS ? "" : " LOG");
    }

    /** A command that changes a machine or asks its registry, with the way to do it there. */
    static Refusal needed(WevtutilLine line) {
        return Refusal.usage("wevtutil.machine." + line.command().brief(), line.command().brief());
    }

    /** Refuses a computer of the network, and warns of a password that every user of this one can see. */
    static void refuseRemote(WevtutilLine line, Session session) {
        if (line.value(WevtutilOption.PASSWORD).filter(password -> !password.equals("*")).isPresent()) {
            session.tell("wevtutil.warning.password");
        }
        line.value(WevtutilOption.REMOTE).ifPresent(host -> {
            throw Refusal.usage("wevtutil.error.remote", host);
        });
        for (WevtutilOption option : new WevtutilOption[]{WevtutilOption.USER, WevtutilOption.PASSWORD,
                WevtutilOption.AUTHENTICATION}) {
            if (line.options().containsKey(option)) {
                throw Refusal.usage("wevtutil.error.only-remote", option);
            }
        }
    }
}
