package dev.vigie.cli;

import dev.vigie.rendering.Texts;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in roff, made from the same texts as its help. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();
    private final CommandLine command;
    private final Texts texts;

    private ManPage(CommandLine command, Texts texts) {
        this.command = command;
        this.texts = texts;
    }

    static String of(CommandLine command, Texts texts) {
        return new ManPage(command, texts).write();
    }

    private String write() {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName("-");
        page.append(".TH \"").append(name.toUpperCase(Locale.ROOT)).append("\" 1 \"\" \"vigie ")
                .append(Version.text()).append("\"\n");
        section("man.name");
        line(name + " - " + String.join(" ", spec.usageMessage().description()));
        section("man.synopsis");
        line(command.getHelp().abbreviatedSynopsis().strip().equals("") ? name : synopsis());
        arguments(spec);
        verbs();
        footer(spec);
        return page.toString();
    }

    private String synopsis() {
        return command.getUsageMessage(CommandLine.Help.Ansi.OFF).lines()
                .filter(text -> text.contains(command.getCommandSpec().qualifiedName())).findFirst().orElse("");
    }

    private void arguments(CommandSpec spec) {
        section("man.options");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            argument(parameter.paramLabel(), parameter);
        }
        for (OptionSpec option : spec.options()) {
            String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            argument(String.join(", ", option.names()) + label, option);
        }
    }

    private void argument(String label, ArgSpec argument) {
        if (!argument.hidden()) {
            page.append(".TP\n\\fB").append(escape(label)).append("\\fR\n");
            line(String.join(" ", argument.description()));
        }
    }

    private void verbs() {
        if (command.getSubcommands().isEmpty()) {
            return;
        }
        section("man.verbs");
        command.getSubcommands().forEach((name, verb) -> {
            page.append(".TP\n\\fB").append(escape(name)).append("\\fR\n");
            line(String.join(" ", verb.getCommandSpec().usageMessage().description()));
        });
    }

    private void footer(CommandSpec spec) {
        if (spec.usageMessage().footer().length == 0) {
            return;
        }
        section("man.examples");
        page.append(".nf\n");
        for (String text : spec.usageMessage().footer()) {
            line(text);
        }
        page.append(".fi\n");
    }

    private void section(String key) {
        page.append(".SH \"").append(texts.get(key)).append("\"\n");
    }

    private void line(String text) {
        String escaped = escape(text.replaceAll("@\\|\\w+ (.*?)\\|@", "$1"));
        // A line that starts with a control character would be read as a request.
        page.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "").append(escaped).append('\n');
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("%n", "\n");
    }
}
