package dev.vigie.cli;

import dev.vigie.formats.registry.RegFileWriter;
import dev.vigie.formats.registry.RegistryKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie registry export}: a key and everything below it as a .reg file, which Windows imports. */
@Command(name = "export")
final class RegistryExportVerb implements Callable<Integer> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final Session session;

    @Parameters(index = "0", paramLabel = "HIVE|FILE.reg", descriptionKey = "registry.file")
    private String file = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", descriptionKey = "registry.key")
    private String key = "";

    @Option(names = "--as", paramLabel = "PATH", descriptionKey = "registry.export.as")
    private String as = "HKEY_LOCAL_MACHINE\\OFFLINE";

    @Option(names = "--out", paramLabel = "FILE.reg", descriptionKey = "registry.export.out")
    private @Nullable String target;

    RegistryExportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RegistryInputs.Registry registry = new RegistryInputs(session).open(file);
        RegistryKey start = registry.key(key);
        String path = start.path().isEmpty() ? as : as + '\\' + start.path();
        if (target == null) {
            try (Writer out = new OutputStreamWriter(
                    new BufferedOutputStream(new Output(session.terminal().out())), StandardCharsets.UTF_8)) {
                write(start, path, out);
            }
        } else {
            writeFile(start, path, session.terminal().path(target));
        }
        new RegistryDamage(session).tell(registry);
        return ExitCode.FINE;
    }

    /** Windows wants its own encoding in a file; a pipe is read by tools that want UTF-8. */
    private static void writeFile(RegistryKey start, String path, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                Writer out = new OutputStreamWriter(new BufferedOutputStream(stream), StandardCharsets.UTF_16LE)) {
            out.append(BYTE_ORDER_MARK);
            write(start, path, out);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.usage("error.would-overwrite", file);
        }
    }

    private static void write(RegistryKey start, String path, Writer out) throws IOException {
        RegFileWriter.writeHeader(out);
        RegFileWriter.write(start, path, out);
    }
}
