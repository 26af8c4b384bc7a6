package dev.vigie.cli;

import java.util.List;
import picocli.CommandLine;

/**
 * Every verb there is, in the order of the help.
 *
 * <p>When the arguments begin with the name of a verb, only that one is made: the model of them all costs a short command
 * some milliseconds.
 */
final class Verbs {
    private static final List<String> ALL = List.of("demo", "diagnose", "events", "wevtutil", "registry", "sigma",
            "messages", "lint", "explain", "completion", "man", "help");
    private static final List<String> OF_EVENTS = List.of("cat", "query", "export", "count", "check", "hunt");
    private static final List<String> OF_REGISTRY = List.of("ls", "get", "find", "export", "recover", "diff", "check");
    private static final List<String> OF_MESSAGES = List.of("import", "list", "show");
    /** These speak of the others. */
    private static final List<String> ABOUT_ALL = List.of("completion", "man", "help");
    private static final List<String> ABOUT_NONE = List.of("-V", "--version");

    private Verbs() {
    }

    /** Adds the verbs that the arguments may mean; all of them for none. */
    static void addTo(CommandLine vigie, Session session, List<String> arguments) {
        if (arguments.size() == 1 && ABOUT_NONE.contains(arguments.getFirst())) {
            return;
        }
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        for (String name : meant(ALL, arguments)) {
            vigie.addSubcommand(verb(name, session, rest));
        }
    }

    private static List<String> meant(List<String> names, List<String> arguments) {
        boolean isPlain = !arguments.isEmpty() && names.contains(arguments.getFirst())
                && !ABOUT_ALL.contains(arguments.getFirst());
        return isPlain ? arguments.subList(0, 1) : names;
    }

    private static Object verb(String name, Session session, List<String> arguments) {
        return switch (name) {
            case "demo" -> new DemoVerb(session);
            case "diagnose" -> new DiagnoseVerb(session);
            case "events" -> group(new EventsVerb(session),
                    meant(OF_EVENTS, arguments).stream().map(below -> ofEvents(below, session)).toList());
            case "wevtutil" -> WevtutilVerb.of(session);
            case "registry" -> group(new RegistryVerb(session),
                    meant(OF_REGISTRY, arguments).stream().map(below -> ofRegistry(below, session)).toList());
            case "sigma" -> group(new SigmaVerb(session), List.of(new SigmaExportVerb(session)));
            case "messages" -> group(new MessagesVerb(session),
                    meant(OF_MESSAGES, arguments).stream().map(below -> ofMessages(below, session)).toList());
            case "lint" -> new LintVerb(session);
            case "explain" -> new ExplainVerb(session);
            case "completion" -> new CompletionVerb(session);
            case "man" -> new ManVerb(session);
            default -> new HelpVerb(session);
        };
    }

    private static Object ofEvents(String name, Session session) {
        return switch (name) {
            case "cat" -> new EventsCatVerb(session);
            case "query" -> new EventsQueryVerb(session);
            case "export" -> new EventsExportVerb(session);
            case "count" -> new EventsCountVerb(session);
            case "check" -> new EventsCheckVerb(session);
            default -> new EventsHuntVerb(session);
        };
    }

    private static Object ofRegistry(String name, Session session) {
        return switch (name) {
            case "ls" -> new RegistryLsVerb(session);
            case "get" -> new RegistryGetVerb(session);
            case "find" -> new RegistryFindVerb(session);
            case "export" -> new RegistryExportVerb(session);
            case "recover" -> new RegistryRecoverVerb(session);
            case "diff" -> new RegistryDiffVerb(session);
            default -> new RegistryCheckVerb(session);
        };
    }

    private static Object ofMessages(String name, Session session) {
        return switch (name) {
            case "import" -> new MessagesImportVerb(session);
            case "list" -> new MessagesListVerb(session);
            default -> new MessagesShowVerb(session);
        };
    }

    private static CommandLine group(Object verb, List<Object> below) {
        CommandLine group = new CommandLine(verb);
        below.forEach(group::addSubcommand);
        return group;
    }
}
