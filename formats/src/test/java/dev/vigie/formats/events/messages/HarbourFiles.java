package dev.vigie.formats.events.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the provider of the tests as files, for readers that are not ours. */
final class HarbourFiles {
    private HarbourFiles() {
    }

    /** Writes them into a folder, which is the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder.resolve("en-US"));
        Files.write(folder.resolve("harbour.dll"), new TestImage(true)
                .with(PortableExecutable.MANIFEST, 0x409, Harbour.manifest().toBytes())
                .with(PortableExecutable.SATELLITE, 0x409, TestImage.satellites("en-US")).toBytes());
        Files.write(folder.resolve("en-US/harbour.dll.mui"), new TestImage(false)
                .with(PortableExecutable.MESSAGE_TABLE, 0x409, TestImage.table(Harbour.english())).toBytes());
    }
}
