package dev.vigie.cli;

import dev.vigie.formats.events.query.QueryContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * The options that {@code vigie wevtutil} has beside those of Windows. They start with two dashes, which no line for
 * Windows does, and may stand anywhere.
 */
final class WevtutilExtensions {
    private static final String LOGS_VARIABLE = "VIGIE_LOGS";

    @Option(names = "--logs", paramLabel = "DIR", descriptionKey = "wevtutil.logs")
    private String logs = "";

    @Option(names = "--now", paramLabel = "TIME", descriptionKey = "events.now")
    private String now = "";

    @Option(names = "--strict-bookmark", descriptionKey = "bookmark.strict")
    private boolean strict;

    @Mixin
    private MessageOptions messages = new MessageOptions();

    /**
     * A line taken apart.
     *
     * @param own these options, as the parser takes them
     * @param words what is left, in the grammar of Windows
     */
    record Split(List<String> own, List<String> words) {
    }

    /** Takes apart what stood before the command, which was parsed already, and what stands behind it. */
    static Split split(ParseResult before, List<String> behind) {
        CommandSpec known = CommandSpec.forAnnotatedObject(new WevtutilExtensions());
        List<String> own = new ArrayList<>();
        for (OptionSpec option : before.matchedOptions()) {
            if (known.findOption(option.longestName()) != null) {
                own.add(option.longestName());
                own.addAll(option.arity().max() == 0 ? List.of() : option.originalStringValues());
            }
        }
        List<String> words = new ArrayList<>();
        for (Iterator<String> word = behind.iterator(); word.hasNext();) {
            String next = word.next();
            if (!next.startsWith("--")) {
                words.add(next);
            } else if (next.equals("--help")) {
                words.add("/?");
            } else {
                take(next, word, known, own);
            }
        }
        return new Split(own, words);
    }

    private static void take(String option, Iterator<String> next, CommandSpec known, List<String> own) {
        String name = option.contains("=") ? option.substring(0, option.indexOf('=')) : option;
        OptionSpec spec = known.findOption(name);
        // The language was read before everything else.
        boolean isLanguage = name.equals("--lang");
        if (spec == null && !isLanguage) {
            throw Refusal.usage("usage.unknown-option", option);
        }
        List<String> taken = new ArrayList<>(List.of(option));
        if (!option.contains("=") && (spec == null || spec.arity().max() > 0)) {
            if (!next.hasNext()) {
                throw Refusal.usage("usage.missing", name);
            }
            taken.add(next.next());
        }
        own.addAll(isLanguage ? List.of() : taken);
    }

    /** The options of a line; {@code /l} is the language of messages, which {@code --culture} says more exactly. */
    static WevtutilExtensions of(List<String> own, WevtutilLine line) {
        List<String> arguments = new ArrayList<>(own);
        boolean named = own.stream().anyMatch(option -> option.startsWith("--culture"));
        line.value(WevtutilOption.LOCALE).filter(locale -> !named)
                .ifPresent(locale -> arguments.add("--culture=" + locale));
        WevtutilExtensions extensions = new WevtutilExtensions();
        new CommandLine(extensions).parseArgs(arguments.toArray(String[]::new));
        return extensions;
    }

    WevtutilLogs logs(Session session) throws IOException {
        String folder = logs.isEmpty() ? session.terminal().environment().getOrDefault(LOGS_VARIABLE, "") : logs;
        return new WevtutilLogs(session,
                folder.isEmpty() ? Optional.empty() : Optional.of(LogFolder.of(session, folder)));
    }

    QueryContext context(Session session) {
        return Times.context(now, session);
    }

    boolean isStrict() {
        return strict;
    }

    MessageOptions messages() {
        return messages;
    }
}
