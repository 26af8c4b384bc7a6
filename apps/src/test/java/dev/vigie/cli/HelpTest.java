package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.rendering.Language;
import dev.vigie.rendering.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Every verb has a description, examples and a text for each option, in each language. */
class HelpTest {
    @ParameterizedTest
    @EnumSource
    void everyVerb_isDescribedWithExamples(Language language) {
        commands(Vigie.commandLine(session(language))).forEach(command -> {
            String name = command.getCommandSpec().qualifiedName();
            assertThat(command.getCommandSpec().usageMessage().description()).as("%s: description", name).isNotEmpty();
            assertThat(command.getCommandSpec().usageMessage().footer()).as("%s: examples", name).isNotEmpty();
            assertThat(command.getUsageMessage()).as("%s: help", name).contains("vigie");
            Stream<ArgSpec> arguments = Stream.concat(command.getCommandSpec().options().stream(),
                    command.getCommandSpec().positionalParameters().stream());
            arguments.filter(argument -> !argument.hidden()).forEach(argument -> assertThat(argument.description())
                    .as("%s: %s", name, argument.paramLabel()).isNotEmpty());
        });
    }

    @ParameterizedTest
    @EnumSource
    void manualPages_areRoffOfTheSameTexts(Language language) {
        Session session = session(language);
        commands(Vigie.commandLine(session)).forEach(command -> {
            String page = ManPage.of(command, session.texts());
            assertThat(page).startsWith(".TH ").contains(".SH \"" + session.texts().get("man.synopsis") + "\"");
            assertThat(page.lines().filter(line -> line.startsWith("."))).as("only requests begin with a dot")
                    .allMatch(line -> line.matches("\\.(TH|SH|TP|nf|fi).*"));
        });
    }

    @Test
    void completion_knowsEveryVerb() {
        String script = new Console(Path.of("")).run("completion").out();
        assertThat(script).contains("diagnose", "events", "explain", "lint", "demo");
    }

    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(Stream.of(line), line.getSubcommands().values().stream().flatMap(HelpTest::commands));
    }

    private static Session session(Language language) {
        return new Session(new Terminal(java.io.InputStream.nullInputStream(), java.io.OutputStream.nullOutputStream(),
                System.err, false, false, false, false, Map.of(), Clock.systemUTC(), Path.of("")), Texts.in(language));
    }
}
