package dev.vigie.formats.events.messages;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.PortableExecutable.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Takes message tables and manifests of program files and their satellites into a catalogue. */
final class ImageImport {
    private static final String SATELLITE_END = ".mui";
    private final CatalogueBuilder catalogue;
    private final WantedCultures wanted;
    private final Consumer<Problem> problems;
    private final List<Missing> expected = new ArrayList<>();

    /** A file whose manifest needs texts of a satellite. */
    private record Missing(String name, String key, String language) {
    }

    ImageImport(CatalogueBuilder catalogue, WantedCultures wanted, Consumer<Problem> problems) {
        this.catalogue = catalogue;
        this.wanted = wanted;
        this.problems = problems;
    }

    /** A file's key: its path in lower case; a satellite has that of its file, which is one folder up. */
    static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(SATELLITE_END)) {
            return lower;
        }
        String file = lower.substring(0, lower.length() - SATELLITE_END.length());
        int nameStart = file.lastIndexOf('/') + 1;
        int folderStart = nameStart == 0 ? 0 : file.lastIndexOf('/', nameStart - 2) + 1;
        boolean inLanguageFolder = nameStart > 0 && Cultures.isName(file.substring(folderStart, nameStart - 1));
        return inLanguageFolder ? file.substring(0, folderStart) + file.substring(nameStart) : file;
    }

    /** The language that the folder of a satellite names; empty when it names none. */
    private static String folderCulture(String name) {
        int end = name.lastIndexOf('/');
        String folder = end < 0 ? "" : name.substring(name.lastIndexOf('/', end - 1) + 1, end);
        return name.toLowerCase(Locale.ROOT).endsWith(SATELLITE_END) && Cultures.isName(folder)
                ? Cultures.spelled(folder)
                : "";
    }

    void add(PositionalBytes bytes, String name) throws IOException {
        try {
            PortableExecutable image = PortableExecutable.read(bytes);
            FileVersion version = version(image);
            for (Resource resource : image.resources(PortableExecutable.MESSAGE_TABLE)) {
                addTable(image, resource, name, version);
            }
            for (Resource resource : image.resources(PortableExecutable.MANIFEST)) {
                addManifest(image, resource, name, version);
            }
        } catch (Malformed e) {
            problems.accept(Problem.of(MessagesProblem.BAD_IMAGE, Place.at(name, e.offset()), e.offset()));
        }
    }

    private static FileVersion version(PortableExecutable image) throws IOException {
        List<Resource> versions = image.resources(PortableExecutable.VERSION);
        return versions.isEmpty() ? FileVersion.NONE : FileVersion.read(image.bytes(versions.getFirst()));
    }

    private void addTable(PortableExecutable image, Resource resource, String name, FileVersion version)
            throws IOException {
        String culture = Cultures.name(resource.language());
        if (culture.isEmpty()) {
            culture = folderCulture(name);
        }
        if (!wanted.isWanted(culture)) {
            return;
        }
        MessageFile.Table table = MessageFile.table(version, name);
        try {
            MessageTable.read(image.bytes(resource), Cultures.codePage(resource.language()),
                    table.texts()::putIfAbsent);
        } catch (Malformed e) {
            problems.accept(Problem.of(MessagesProblem.BAD_MESSAGE_TABLE, Place.at(name, resource.offset()),
                    e.offset()));
        }
        catalogue.file(key(name)).add(culture, table);
    }

    private void addManifest(PortableExecutable image, Resource resource, String name, FileVersion version)
            throws IOException {
        boolean needsTexts = false;
        for (ManifestProvider provider : CompiledManifest.read(image.bytes(resource), name, problems)) {
            ProviderEntry entry = new ProviderEntry();
            entry.guid = provider.guid();
            entry.name = provider.name();
            entry.manifest = provider;
            entry.version = version;
            entry.source = name;
            entry.messageFiles.add(key(name));
            catalogue.add(entry);
            needsTexts |= provider.events().stream()
                    .anyMatch(event -> event.message() != ManifestProvider.NO_MESSAGE);
        }
        if (needsTexts) {
            expect(image, name);
        }
    }

    private void expect(PortableExecutable image, String name) throws IOException {
        List<Resource> satellites = image.resources(PortableExecutable.SATELLITE);
        if (satellites.isEmpty()) {
            return;
        }
        try {
            Satellites info = Satellites.read(image.bytes(satellites.getFirst()));
            if (info.holdMessages()) {
                expected.add(new Missing(name, key(name), info.fallback().isEmpty() ? "en-US" : info.fallback()));
            }
        } catch (Malformed e) {
            // Without it nothing is known of satellites, which by their names are found all the same.
            problems.accept(Problem.of(MessagesProblem.BAD_IMAGE, Place.at(name, e.offset()), e.offset()));
        }
    }

    /** Says of which files the texts were not among those that were added. */
    void reportMissingSatellites() {
        for (Missing missing : expected) {
            if (catalogue.file(missing.key()).tables().isEmpty()) {
                String file = missing.name().substring(missing.name().lastIndexOf('/') + 1) + SATELLITE_END;
                problems.accept(Problem.of(MessagesProblem.MISSING_SATELLITE, Place.of(missing.name()),
                        missing.language(), file));
            }
        }
        expected.clear();
    }
}
