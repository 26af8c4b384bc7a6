package dev.vigie.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vigie sigma}: the verbs about Sigma rules themselves. */
@Command(name = "sigma")
final class SigmaVerb implements Runnable {
    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    SigmaVerb(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), session.texts().get("usage.verb-missing"));
        }
    }
}
