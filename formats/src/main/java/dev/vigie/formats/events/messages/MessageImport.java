package dev.vigie.formats.events.messages;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.messages.ByteReader.Malformed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes a {@link MessageCatalogue} from files of Windows machines: programs and their satellites (message tables,
 * compiled manifests), manifests in XML, registry hives and exports, {@code providers.tsv} and other catalogues.
 *
 * <p>Files are only read, links are not followed, names count without case. Damage in a file is reported and costs only
 * what is damaged. Not safe for use by several threads.
 */
public final class MessageImport {
    private static final int MAX_DEPTH = 32;
    private static final int HEAD = 64;
    /** The first bytes of a registry hive. */
    private static final String HIVE = "regf";
    /** The hives that say which provider uses which files. */
    private static final Set<String> HIVES = Set.of("system", "software");
    /** More than an export of a whole machine. */
    private static final long MOST_TEXT = 1L << 30;
    private static final Set<String> EXTENSIONS = Set.of("dll", "exe", "sys", "mui", "cpl", "ocx", "drv", "ax", "acm",
            "tsp", "scr", "efi", "man", "reg", "vigie-messages");
    /** Copies of what is elsewhere, in every version that was ever installed. */
    private static final Set<String> PASSED_OVER = Set.of("winsxs", "servicing", "syswow64", "$recycle.bin",
            "softwaredistribution");

    private final CatalogueBuilder catalogue = new CatalogueBuilder();
    private final RegistryProviders registries;
    private final Consumer<Problem> problems;
    private final ImageImport images;
    private final WantedCultures wanted;
    private int examined;

    /**
     * An import into an empty catalogue.
     *
     * @param cultures the languages to take, such as {@code fr-FR}; all when empty. Texts of no language are always taken
     * @param problems takes what could not be read and why
     */
    public MessageImport(List<String> cultures, Consumer<Problem> problems) {
        this.problems = problems;
        this.wanted = new WantedCultures(cultures);
        this.images = new ImageImport(catalogue, wanted, problems);
        this.registries = new RegistryProviders(new ProviderRegistry(catalogue), problems);
    }

    /**
     * The files in a folder and below that may have something to import, sorted; a file is itself.
     *
     * @throws IOException when the folder cannot be read; what cannot be read below it is reported
     */
    public List<Path> candidates(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of(folder);
        }
        Path start = folder.toRealPath();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(start, Set.of(), MAX_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                boolean passedOver = !below.equals(start) && PASSED_OVER.contains(lowerName(below));
                return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isCandidate(lowerName(file))) {
                    files.add(folder.resolve(start.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                if (file.equals(start)) {
                    throw reason;
                }
                unreadable(file.toString(), reason);
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private static String lowerName(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isCandidate(String name) {
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1)) || name.equals("providers.tsv")
                || HIVES.contains(name);
    }

    private void unreadable(String file, IOException reason) {
        String message = reason.getMessage();
        problems.accept(Problem.of(MessagesProblem.UNREADABLE, Place.of(file),
                message == null ? reason.getClass().getSimpleName() : message));
    }

    /**
     * Takes what one file has; its first bytes say what it is.
     *
     * @param folder what the file's name in the catalogue counts from
     */
    public void add(Path folder, Path file) {
        examined++;
        Path relative = folder.equals(file) ? file.getFileName() : folder.relativize(file);
        String name = String.valueOf(relative).replace('\\', '/');
        try (FileChannel channel = FileChannel.open(file)) {
            add(PositionalBytes.of(channel), name, file);
        } catch (IOException e) {
            unreadable(name, e);
        }
    }

    private void add(PositionalBytes bytes, String name, Path file) throws IOException {
        byte[] head = bytes.read(0, HEAD);
        String lower = lowerName(file);
        if (PortableExecutable.isMagic(head)) {
            images.add(bytes, name);
        } else if (CatalogueStore.isMagic(head)) {
            addCatalogue(bytes, name);
        } else if (isHive(head)) {
            registries.takeHive(file);
        } else if (lower.endsWith(".reg")) {
            addRegistryText(name, file);
        } else if (lower.endsWith(".tsv")) {
            try (InputStream in = open(file)) {
                ProviderMap.read(in, name, catalogue, problems);
            }
        } else if (lower.endsWith(".man") || lower.endsWith(".xml")) {
            try (InputStream in = open(file)) {
                ManifestXml.read(in, name, ImageImport.key(name), catalogue, wanted::isWanted, problems);
            }
        }
    }

    private static boolean isHive(byte[] head) {
        return new String(head, 0, Math.min(head.length, HIVE.length()), StandardCharsets.ISO_8859_1).equals(HIVE);
    }

    private void addRegistryText(String name, Path file) throws IOException {
        if (Files.size(file) > MOST_TEXT) {
            throw new IOException(Files.size(file) + " > " + MOST_TEXT);
        }
        registries.takeText(name, Files.readAllBytes(file));
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private void addCatalogue(PositionalBytes bytes, String name) throws IOException {
        try {
            CatalogueStore.open(bytes, name).copyTo(catalogue);
        } catch (CatalogueFormatException e) {
            problems.accept(e.problem());
        } catch (Malformed e) {
            problems.accept(Problem.of(MessagesProblem.DAMAGED_CATALOGUE, Place.at(name, e.offset()), e.offset()));
        }
    }

    /** Writes the catalogue; the same files give the same bytes. */
    public ImportSummary writeTo(OutputStream out) throws IOException {
        images.reportMissingSatellites();
        WellKnownProviders.addTo(catalogue);
        catalogue.removeEmptyFiles();
        int texts = new CatalogueWriter(catalogue, problems).writeTo(out);
        return new ImportSummary(examined, catalogue.files().size(), catalogue.providers().size(), texts);
    }
}
