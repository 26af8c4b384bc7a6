package dev.vigie.cli;

import picocli.CommandLine.Command;

/** {@code vigie events cat}: prints the events of logs. */
@Command(name = "cat")
final class EventsCatVerb extends EventsPrintVerb {
    EventsCatVerb(Session session) {
        super(session);
    }
}
