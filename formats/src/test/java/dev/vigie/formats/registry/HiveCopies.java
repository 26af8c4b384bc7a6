package dev.vigie.formats.registry;

import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Writes hives for other software to read: copies of given ones, and one that holds everything a hive can. */
final class HiveCopies {
    private static final FileTime TIME = FileTime.parse("2026-03-18T08:14:03Z");

    private HiveCopies() {
    }

    /** Arguments: the folder to write into, then hives; copies are numbered in their order, from 0. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.write(folder.resolve("everything"), HiveWriter.toBytes(everything(), "everything", TIME));
        for (int i = 1; i < arguments.length; i++) {
            try {
                EditableKey copy = EditableKey.copyOf(Hive.open(Path.of(arguments[i])).root());
                Files.write(folder.resolve("copy-" + (i - 1)), HiveWriter.toBytes(copy, "copy", TIME));
            } catch (HiveFormatException nothingToCopy) {
                System.err.println(arguments[i] + ": " + nothingToCopy.problem().code().key());
            }
        }
    }

    /** A registry with every kind of name, list, value and size. */
    static EditableKey everything() {
        EditableKey root = EditableKey.root();
        SecurityDescriptor descriptor = SecurityDescriptor.parse("O:BAG:SYD:(A;CI;KA;;;SY)(A;CI;KR;;;AU)");
        root.setSecurity(descriptor);
        for (int i = 0; i < 1200; i++) {
            root.create("Many").create("Key " + i).setSecurity(descriptor);
        }
        EditableKey odd = root.create("Ключ").create("straße");
        odd.setSecurity(SecurityDescriptor.parse("O:SYG:SYD:(A;;KA;;;SY)"));
        odd.setClassName("class");
        odd.setLastWritten(FileTime.parse("1999-12-31T23:59:59.9999999Z"));
        byte[] large = new byte[100_000];
        new Random(1).nextBytes(large);
        odd.set(RegistryValue.binary("large", large)).set(RegistryValue.binary("", new byte[0]))
                .set(RegistryValue.binary("edge", new byte[16_344])).set(RegistryValue.binary("over", new byte[16_345]))
                .set(RegistryValue.text("текст", "значение")).set(RegistryValue.number("n", -1))
                .set(RegistryValue.longNumber("q", Long.MIN_VALUE)).set(RegistryValue.texts("m", List.of("a", "b")));
        return root;
    }
}
