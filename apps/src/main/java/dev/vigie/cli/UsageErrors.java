package dev.vigie.cli;

import dev.vigie.rendering.Printable;
import dev.vigie.rendering.Texts;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language what is wrong with a command line. */
final class UsageErrors {
    private UsageErrors() {
    }

    static String say(ParameterException exception, Texts texts) {
        String command = exception.getCommandLine().getCommandSpec().qualifiedName();
        return reason(exception, texts) + "\n" + texts.get("usage.see-help", command);
    }

    private static String reason(ParameterException exception, Texts texts) {
        return switch (exception) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, texts);
            case MissingParameterException missing -> texts.get("usage.missing", names(missing.getMissing()));
            default -> value(exception, texts);
        };
    }

    private static String unmatched(UnmatchedArgumentException exception, Texts texts) {
        String argument = exception.getUnmatched().getFirst();
        List<String> suggestions = exception.getSuggestions();
        String text = texts.get(argument.startsWith("-") ? "usage.unknown-option" : "usage.unexpected",
                Printable.of(argument));
        return suggestions.isEmpty() ? text : text + " " + texts.get("usage.did-you-mean", suggestions.getFirst());
    }

    private static String value(ParameterException exception, Texts texts) {
        ArgSpec argument = exception.getArgSpec();
        if (argument == null) {
            return Printable.of(String.valueOf(exception.getMessage()));
        }
        String value = exception.getValue() == null ? "" : exception.getValue();
        return texts.get("usage.bad-value", Printable.of(value), names(List.of(argument)));
    }

    private static String names(List<ArgSpec> arguments) {
        return String.join(", ", arguments.stream().map(UsageErrors::name).toList());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
