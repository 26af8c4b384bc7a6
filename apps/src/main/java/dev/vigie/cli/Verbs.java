package dev.vigie.cli;

import picocli.CommandLine;

/** Every verb there is, in the order of the help. */
final class Verbs {
    private Verbs() {
    }

    static void addTo(CommandLine vigie, Session session) {
        vigie.addSubcommand(new DemoVerb(session));
        vigie.addSubcommand(new DiagnoseVerb(session));
        CommandLine events = new CommandLine(new EventsVerb(session));
        events.addSubcommand(new EventsCatVerb(session));
        events.addSubcommand(new EventsQueryVerb(session));
        events.addSubcommand(new EventsExportVerb(session));
        events.addSubcommand(new EventsCountVerb(session));
        events.addSubcommand(new EventsCheckVerb(session));
        events.addSubcommand(new EventsHuntVerb(session));
        vigie.addSubcommand(events);
        vigie.addSubcommand(WevtutilVerb.of(session));
        CommandLine registry = new CommandLine(new RegistryVerb(session));
        registry.addSubcommand(new RegistryLsVerb(session));
        registry.addSubcommand(new RegistryGetVerb(session));
        registry.addSubcommand(new RegistryFindVerb(session));
        registry.addSubcommand(new RegistryExportVerb(session));
        registry.addSubcommand(new RegistryRecoverVerb(session));
        registry.addSubcommand(new RegistryDiffVerb(session));
        registry.addSubcommand(new RegistryCheckVerb(session));
        vigie.addSubcommand(registry);
        CommandLine sigma = new CommandLine(new SigmaVerb(session));
        sigma.addSubcommand(new SigmaExportVerb(session));
        vigie.addSubcommand(sigma);
        CommandLine messages = new CommandLine(new MessagesVerb(session));
        messages.addSubcommand(new MessagesImportVerb(session));
        messages.addSubcommand(new MessagesListVerb(session));
        messages.addSubcommand(new MessagesShowVerb(session));
        vigie.addSubcommand(messages);
        vigie.addSubcommand(new LintVerb(session));
        vigie.addSubcommand(new ExplainVerb(session));
        vigie.addSubcommand(new CompletionVerb(session));
        vigie.addSubcommand(new ManVerb(session));
        vigie.addSubcommand(new HelpVerb(session));
    }
}
