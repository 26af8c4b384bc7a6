package dev.vigie.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vigie messages}: the verbs around catalogues of message texts. */
@Command(name = "messages")
final class MessagesVerb implements Runnable {
    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    MessagesVerb(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), session.texts().get("usage.verb-missing"));
        }
    }
}
