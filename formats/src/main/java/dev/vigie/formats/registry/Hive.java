package dev.vigie.formats.registry;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A registry hive: the file Windows keeps a part of its registry in (Suhanov, Windows registry file format, versions 1.3
 * to 1.5).
 *
 * <p>A hive of a machine that was not shut down cleanly is completed in memory from its transaction logs; files are
 * never written. Whatever can be read is read; what cannot is in {@link #problems()}, and a key whose lists are damaged
 * says so in {@link RegistryKey#isComplete()}. The whole file is held in memory. Immutable, and safe for use by several
 * threads.
 */
public final class Hive {
    private static final int SHOWN_BYTES = 16;
    private static final List<String> LOG_ENDINGS = List.of(".log", ".log1", ".log2");
    private static final int LAYERED_MINOR_VERSION = 6;

    private final String name;
    private final byte[] bytes;
    private final HiveCells cells;
    private final HiveKey root;

    private Hive(String name, HiveImage image) throws HiveFormatException {
        this.name = name;
        this.bytes = image.bytes();
        BaseBlock block = image.baseBlock();
        checkBaseBlock(image, block);
        cells = new HiveCells(name, bytes, block, image.problems());
        try {
            root = HiveKey.at(cells, block.rootCell(), null);
        } catch (DamagedCellException e) {
            throw new HiveFormatException(notAHive(name, bytes));
        }
    }

    /**
     * Opens a hive with the transaction logs that lie beside it: the same name, in any case, with {@code .LOG},
     * {@code .LOG1} or {@code .LOG2} after it.
     *
     * @throws HiveFormatException when it is no hive, or nothing of it can be read
     * @throws IOException when a file cannot be read
     */
    public static Hive open(Path file) throws IOException {
        return open(file, logsBeside(file));
    }

    /**
     * Opens a hive with the given transaction logs.
     *
     * @throws HiveFormatException when it is no hive, or nothing of it can be read
     * @throws IOException when a file cannot be read
     */
    public static Hive open(Path file, List<Path> logs) throws IOException {
        List<HiveLog> read = new ArrayList<>();
        for (Path log : logs) {
            read.add(new HiveLog(log.toString(), read(log)));
        }
        return of(file.toString(), read(file), read);
    }

    /**
     * A hive in memory.
     *
     * @param name what problems call it
     * @param hive the file; not copied, and not changed
     * @param logs its transaction logs, in any order
     * @throws HiveFormatException when it is no hive, or nothing of it can be read
     */
    public static Hive of(String name, byte[] hive, List<HiveLog> logs) throws HiveFormatException {
        // Only a dirty hive is written to, and then a copy of it.
        HiveImage image = new HiveImage(name, BaseBlock.read(hive).isDirty() ? hive.clone() : hive);
        new HiveRecovery(image, logs).run();
        if (!image.baseBlock().hasSignature()) {
            throw new HiveFormatException(notAHive(name, hive));
        }
        return new Hive(name, image);
    }

    /** The name of the file. */
    public String name() {
        return name;
    }

    /** The base block, after transaction logs were applied. */
    public BaseBlock baseBlock() {
        return cells.baseBlock();
    }

    /** The key at the top, whose own name means nothing. */
    public RegistryKey root() {
        return root;
    }

    /** What was found wrong up to now: on opening, and in what was read since; no more than a thousand. */
    public Collection<Problem> problems() {
        return List.copyOf(cells.problems());
    }

    /** The control set a SYSTEM hive says is current, such as {@code ControlSet001}. */
    public Lookup<RegistryKey> currentControlSet() {
        return switch (root.find("Select", "Current")) {
            case Lookup.Found<RegistryValue>(RegistryValue value) when value.number().isPresent() -> root
                    .find(String.format(Locale.ROOT, "ControlSet%03d", value.number().getAsLong()));
            case Lookup.Unreadable<RegistryValue>(String nearest) -> new Lookup.Unreadable<>(nearest);
            default -> new Lookup.Missing<>("Select");
        };
    }

    /** Gives every key that can be reached, each once, a key before those below it. */
    public void forEachKey(Consumer<? super RegistryKey> action) {
        root.tree().forEach(action);
    }

    /** Writes the hive as it is in memory: with its transaction logs applied, it is a clean one. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    private static void checkBaseBlock(HiveImage image, BaseBlock block) {
        if (!block.isIntact()) {
            image.report(HiveProblem.BAD_CHECKSUM, Integer.toHexString(block.statedChecksum()),
                    Integer.toHexString(block.computedChecksum()));
        }
        if (block.major() != 1 || block.minor() > LAYERED_MINOR_VERSION) {
            image.report(HiveProblem.UNKNOWN_VERSION, block.major(), block.minor());
        } else if (block.minor() == LAYERED_MINOR_VERSION) {
            image.report(HiveProblem.LAYERED);
        }
        long present = image.bytes().length - (long) BaseBlock.SIZE;
        if (Integer.toUnsignedLong(block.binsSize()) > present) {
            image.report(HiveProblem.TRUNCATED, Integer.toUnsignedLong(block.binsSize()), Math.max(0, present));
        }
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > Integer.MAX_VALUE - Long.BYTES) {
            throw new HiveFormatException(
                    Problem.of(HiveProblem.TOO_LARGE, Place.of(file.toString()), Files.size(file)));
        }
        return Files.readAllBytes(file);
    }

    private static List<Path> logsBeside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String hive = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(log -> {
                String name = String.valueOf(log.getFileName()).toLowerCase(Locale.ROOT);
                return LOG_ENDINGS.stream().anyMatch(ending -> name.equals(hive + ending));
            }).sorted().toList();
        }
    }

    private static Problem notAHive(String name, byte[] bytes) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
        return Problem.of(HiveProblem.NOT_A_HIVE, Place.at(name, 0), start);
    }
}
