package dev.vigie.cli;

import dev.vigie.rendering.Texts;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The help of {@code wevtutil}, laid out as that of Windows. */
final class WevtutilHelp {
    private final Texts texts;

    WevtutilHelp(Texts texts) {
        this.texts = texts;
    }

    /** The short names of all commands. */
    static String names() {
        return Arrays.stream(WevtutilCommand.values()).map(WevtutilCommand::brief).collect(Collectors.joining(", "));
    }

    /** Every command, and what they have in common. */
    String overview() {
        StringBuilder page = new StringBuilder(texts.get("wevtutil.help.usage")).append("\n\n");
        for (WevtutilCommand command : WevtutilCommand.values()) {
            page.append("  ").append(command).append("\n      ").append(about(command)).append('\n');
        }
        return page.append('\n').append(texts.get("wevtutil.help.common")).append('\n').toString();
    }

    /** One command with its options and examples. */
    String of(WevtutilCommand command) {
        StringBuilder page = new StringBuilder(about(command)).append("\n\n  vigie wevtutil ").append(command);
        page.append(command.options().isEmpty() ? "\n" : " [/OPTION:VALUE ...]\n");
        for (WevtutilOption option : command.options()) {
            page.append("\n  ").append(option).append("\n      ").append(texts.get(option.textKey())).append('\n');
        }
        String examples = texts.find("wevtutil.example." + command.brief());
        if (examples != null) {
            page.append('\n').append(texts.get("wevtutil.help.examples")).append('\n');
            examples.lines().forEach(example -> page.append("  ").append(example).append('\n'));
        }
        return page.toString();
    }

    private String about(WevtutilCommand command) {
        return texts.get("wevtutil.help." + command.brief());
    }
}
