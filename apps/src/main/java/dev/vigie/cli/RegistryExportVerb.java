package dev.vigie.cli;

import dev.vigie.formats.registry.RegFileWriter;
import dev.vigie.formats.registry.RegistryJsonLines;
import dev.vigie.formats.registry.RegistryKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie registry export}: a key and everything below it, for Windows to import or for other programs. */
@Command(name = "export")
final class RegistryExportVerb implements Callable<Integer> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final Session session;

    @Parameters(index = "0", paramLabel = "HIVE|FILE.reg", descriptionKey = "registry.file")
    private String file = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", descriptionKey = "registry.key")
    private String key = "";

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", descriptionKey = "registry.export.output")
    private @Nullable String format;

    @Option(names = "--as", paramLabel = "PATH", descriptionKey = "registry.export.as")
    private @Nullable String as;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "registry.export.out")
    private @Nullable String target;

    RegistryExportVerb(Session session) {
        this.session = session;
    }

    /** The ways to write keys. */
    private enum Format {
        REG, JSONL;

        static Format of(String title) {
            return switch (title.toLowerCase(Locale.ROOT)) {
                case "reg" -> REG;
                case "jsonl" -> JSONL;
                default -> throw Refusal.usage("error.unknown-format", title, "reg, jsonl");
            };
        }
    }

    @Override
    public Integer call() throws IOException {
        Format form = form();
        if (form == Format.JSONL && as != null) {
            throw Refusal.usage("registry.export.as-useless");
        }
        RegistryInputs.Registry registry = new RegistryInputs(session).open(file);
        RegistryKey start = registry.key(key);
        if (target == null) {
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(new Output(session.terminal().out()), StandardCharsets.UTF_8))) {
                write(form, start, out);
            }
        } else {
            writeFile(form, start, session.terminal().path(target));
        }
        new RegistryDamage(session).tell(registry);
        return ExitCode.FINE;
    }

    /** What was asked for, or what the name of the file says. */
    private Format form() {
        if (format != null) {
            return Format.of(format);
        }
        String name = target == null ? "" : target.toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") ? Format.JSONL : Format.REG;
    }

    /** Windows wants its own encoding in a .reg file; a pipe is read by tools that want UTF-8. */
    private void writeFile(Format form, RegistryKey start, Path path) throws IOException {
        Charset charset = form == Format.REG ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        try (OutputFile output = new OutputFile(path, false)) {
            try (Writer out = Files.newBufferedWriter(output.temporary(), charset)) {
                if (form == Format.REG) {
                    out.append(BYTE_ORDER_MARK);
                }
                write(form, start, out);
            }
            output.finish();
        } catch (FileAlreadyExistsException e) {
            throw Refusal.usage("error.would-overwrite", path);
        }
    }

    private void write(Format form, RegistryKey start, Writer out) throws IOException {
        if (form == Format.JSONL) {
            RegistryJsonLines.write(start, out);
            return;
        }
        String top = as == null ? "HKEY_LOCAL_MACHINE\\OFFLINE" : as;
        RegFileWriter.writeHeader(out);
        RegFileWriter.write(start, start.path().isEmpty() ? top : top + '\\' + start.path(), out);
    }
}
