package dev.vigie.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A command line in the grammar of {@code wevtutil}, read.
 *
 * @param command what is to be done
 * @param help whether only its help is asked for
 * @param arguments what the command is given, in order
 * @param options the options with their values as typed
 */
record WevtutilLine(WevtutilCommand command, boolean help, List<String> arguments,
        Map<WevtutilOption, String> options) {
    /** A slash or dash, a name, and a value behind a colon; nothing that could be a path below the root. */
    private static final Pattern OPTION = Pattern.compile("[/-]([A-Za-z]+|\\?)(?::(.*))?", Pattern.DOTALL);

    boolean isOn(WevtutilOption option) {
        String value = options.get(option);
        return value != null && !value.equalsIgnoreCase("false");
    }

    Optional<String> value(WevtutilOption option) {
        return Optional.ofNullable(options.get(option));
    }

    /**
     * Reads a line.
     *
     * @param command the command, which was read already
     * @param words what stands behind it, without what a web page made of dashes and quotes
     * @param isFile whether a word that could be an unknown option is a file
     * @throws Refusal when Windows would refuse it
     */
    static WevtutilLine parse(WevtutilCommand command, List<String> words, Predicate<String> isFile) {
        List<String> arguments = new ArrayList<>();
        Map<WevtutilOption, String> options = new EnumMap<>(WevtutilOption.class);
        for (String word : words) {
            Matcher matcher = OPTION.matcher(word);
            if (!matcher.matches()) {
                arguments.add(unquoted(word));
            } else if (isHelp(matcher.group(1))) {
                return new WevtutilLine(command, true, List.of(), Map.of());
            } else {
                Optional<WevtutilOption> option = command.option(matcher.group(1));
                if (option.isEmpty() && isFile.test(word)) {
                    arguments.add(word);
                } else {
                    put(option.orElseThrow(() -> unknown(command, word)), matcher.group(2), word, options);
                }
            }
        }
        requireArguments(command, arguments, options);
        return new WevtutilLine(command, false, List.copyOf(arguments), options);
    }

    static boolean isHelp(String name) {
        return name.equals("?") || name.equalsIgnoreCase("h") || name.equalsIgnoreCase("help");
    }

    private static Refusal unknown(WevtutilCommand command, String word) {
        String known = command.options().stream().map(WevtutilOption::toString).collect(Collectors.joining(", "));
        return Refusal.usage("wevtutil.error.unknown-option", word, command.brief(),
                known.isEmpty() ? "/{r | remote}:VALUE" : known);
    }

    private static void put(WevtutilOption option, @Nullable String given, String word,
            Map<WevtutilOption, String> options) {
        String value = given == null ? "" : unquoted(given);
        if (given == null && option.kind() != WevtutilOption.Kind.SWITCH) {
            throw Refusal.usage("wevtutil.error.no-value", word);
        }
        if (!option.kind().takes(value)) {
            throw Refusal.usage("wevtutil.error.bad-value", value, option);
        }
        if (options.put(option, value) != null) {
            throw Refusal.usage("wevtutil.error.twice", option);
        }
    }

    private static void requireArguments(WevtutilCommand command, List<String> arguments,
            Map<WevtutilOption, String> options) {
        List<String> wanted = command.arguments();
        long least = wanted.stream().filter(name -> !name.startsWith("[")).count();
        if (arguments.size() < least) {
            throw Refusal.usage("wevtutil.error.missing", wanted.get(arguments.size()), command);
        }
        if (arguments.size() > wanted.size()) {
            String first = arguments.get(wanted.size());
            // Windows takes a value only behind a colon, in the same word.
            boolean afterQuery = first.startsWith("*") || first.startsWith("Event") || options.isEmpty();
            throw Refusal.usage(afterQuery ? "wevtutil.error.split-value" : "wevtutil.error.too-many", first, command);
        }
    }

    /** Quotes that the shell of Windows would have taken away. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
