package dev.vigie.cli;

import dev.vigie.formats.events.messages.CatalogueFormatException;
import dev.vigie.formats.events.messages.EmbeddedMessages;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.MessageCatalogue;
import dev.vigie.formats.events.messages.RenderingOptions;
import dev.vigie.rendering.Language;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a verb that shows events in words takes the words from: a catalogue that was named, that of VIGIE_MESSAGES, or
 * the one at its usual place.
 */
final class MessageOptions {
    /** The name of a catalogue at its usual place. */
    static final String FILE_NAME = "messages.vigie-messages";

    @Option(names = "--messages", paramLabel = "FILE", descriptionKey = "messages.file")
    private String file = "";

    @Option(names = "--culture", paramLabel = "LANGUAGE", split = ",", descriptionKey = "messages.culture")
    private List<String> cultures = new ArrayList<>();

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "messages.zone")
    private String zone = "";

    /**
     * The words of events, while a verb runs.
     *
     * @param events what an event brings with it, then the catalogue
     * @param catalogue none when there is no catalogue to use
     */
    record Words(EventMessages events, Optional<MessageCatalogue> catalogue) implements Closeable {
        @Override
        public void close() throws IOException {
            if (catalogue.isPresent()) {
                catalogue.get().close();
            }
        }
    }

    /** Whether a catalogue was named on the command line. */
    boolean isNamed() {
        return !file.isEmpty();
    }

    /** Opens what was asked for; without a catalogue only events that bring their own words have any. */
    Words open(Session session) throws IOException {
        Optional<MessageCatalogue> catalogue = openCatalogue(session);
        return new Words(EventMessages.firstOf(EmbeddedMessages.of(),
                catalogue.<EventMessages>map(opened -> opened).orElse(EventMessages.NONE)), catalogue);
    }

    /** The catalogue to use, if there is one. */
    Optional<MessageCatalogue> openCatalogue(Session session) throws IOException {
        Path named = named(session);
        if (named != null) {
            if (!Files.exists(named)) {
                throw new NoSuchFileException(named.toString());
            }
            return Optional.of(open(session, named));
        }
        Optional<Path> usual = usualPlace(session);
        return usual.isPresent() && Files.isRegularFile(usual.get())
                ? Optional.of(open(session, usual.get()))
                : Optional.empty();
    }

    /** The catalogue to use, for verbs that are nothing without one. */
    MessageCatalogue openNeeded(Session session) throws IOException {
        return openCatalogue(session).orElseThrow(() -> Refusal.usage("error.catalogue-missing"));
    }

    private @Nullable Path named(Session session) {
        String name = file.isEmpty() ? session.terminal().environment().getOrDefault("VIGIE_MESSAGES", "") : file;
        return name.isEmpty() ? null : session.terminal().path(name);
    }

    private MessageCatalogue open(Session session, Path path) throws IOException {
        try {
            return MessageCatalogue.open(path, options(session));
        } catch (CatalogueFormatException e) {
            throw Refusal.input("error.no-catalogue", path, session.texts().problem(e.problem()));
        }
    }

    private RenderingOptions options(Session session) {
        List<String> wanted = cultures;
        if (wanted.isEmpty()) {
            wanted = session.texts().language() == Language.FR ? List.of("fr-FR", "en-US") : List.of("en-US");
        }
        return new RenderingOptions(wanted, zoneId());
    }

    private ZoneId zoneId() {
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone).normalized();
        } catch (DateTimeException e) {
            throw Refusal.usage("usage.bad-value", zone, "--zone");
        }
    }

    /** Where {@code vigie messages import} puts a catalogue that is given no other place; empty without a home. */
    static Optional<Path> usualPlace(Session session) {
        Map<String, String> environment = session.terminal().environment();
        for (String variable : List.of("XDG_DATA_HOME", "LOCALAPPDATA")) {
            String folder = environment.getOrDefault(variable, "");
            if (!folder.isEmpty()) {
                return Optional.of(session.terminal().path(folder).resolve("vigie").resolve(FILE_NAME));
            }
        }
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty()
                ? Optional.empty()
                : Optional.of(session.terminal().path(home).resolve(".local/share/vigie").resolve(FILE_NAME));
    }
}
