package dev.vigie.formats.events.messages;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedFile;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedProvider;
import dev.vigie.formats.events.messages.ProviderRecord.RegisteredFile;
import dev.vigie.formats.windows.Guid;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The message texts of Windows programs in one file, made by {@link MessageImport} from files of the user's own.
 *
 * <p>Opening reads the index; texts are read when events ask for them. An event is found by its provider's GUID or
 * name, its id and version; without a manifest by its message id, which is qualifiers and event id together. Parts of a
 * catalogue that turn out to be damaged are as if they were not there. Safe for use by several threads; using it after
 * {@link #close} fails with {@link UncheckedIOException}.
 */
public final class MessageCatalogue implements EventMessages, Closeable {
    /** Windows' own file with the names that all manifests share, such as those of the standard levels. */
    private static final String STANDARD_FILE = "wevtapi.dll";
    private final FileChannel channel;
    private final CatalogueStore store;
    private final RenderingOptions options;
    private final int[] order;
    private final Map<Guid, Integer> byGuid;
    private final Map<String, Integer> byName;
    private final Map<String, Integer> filesByName;
    private final int standard;
    private final Map<Integer, ProviderTexts> providers = new ConcurrentHashMap<>();
    private final Map<Integer, ProviderTexts> unregistered = new ConcurrentHashMap<>();

    private MessageCatalogue(FileChannel channel, CatalogueStore store, RenderingOptions options) {
        this.channel = channel;
        this.store = store;
        this.options = options;
        CatalogueIndex index = store.index();
        this.order = options.order(index.cultures());
        this.byGuid = index.providersByGuid();
        this.byName = index.providersByName();
        this.filesByName = index.filesByName();
        this.standard = filesByName.getOrDefault(STANDARD_FILE, ManifestProvider.NONE);
    }

    /**
     * Opens a catalogue.
     *
     * @throws CatalogueFormatException when the file is none, is newer than this program or is damaged
     */
    public static MessageCatalogue open(Path file, RenderingOptions options) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new MessageCatalogue(channel, CatalogueStore.open(PositionalBytes.of(channel), file.toString()),
                    options);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Optional<RenderingInfo> render(EventCursor event) {
        try {
            Optional<RenderingInfo> best = Optional.empty();
            for (ProviderTexts texts : candidates(event)) {
                Optional<RenderingInfo> info = new EventWording(event, texts, options.zone()).render();
                if (info.isPresent() && info.get().message() != null) {
                    return info;
                }
                best = best.isPresent() ? best : info;
            }
            return best;
        } catch (Malformed e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By GUID, by name, by classic name, and last by the name of a file: what knows an event best comes first. */
    private List<ProviderTexts> candidates(EventCursor event) throws Malformed {
        List<ProviderTexts> candidates = new ArrayList<>(2);
        switch (event.system(SystemField.PROVIDER_GUID)) {
            case Value.GuidValue guid -> addProvider(candidates, byGuid.get(guid.guid()));
            case Value.Text text -> addProvider(candidates, placeOfGuid(text.text()));
            case null, default -> { // a classic provider
            }
        }
        for (SystemField field : List.of(SystemField.PROVIDER_NAME, SystemField.EVENT_SOURCE_NAME)) {
            String name = event.text(field);
            if (name != null) {
                addProvider(candidates, byName.get(name.toLowerCase(Locale.ROOT)));
            }
        }
        if (candidates.isEmpty()) {
            addFile(candidates, event.provider());
        }
        return candidates;
    }

    private @Nullable Integer placeOfGuid(String text) {
        try {
            return byGuid.get(Guid.parse(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void addProvider(List<ProviderTexts> candidates, @Nullable Integer place) throws Malformed {
        if (place == null) {
            return;
        }
        ProviderTexts texts = providers.get(place);
        if (texts == null) {
            texts = new ProviderTexts(store, store.record(store.index().providers().get(place)), order, standard);
            providers.put(place, texts);
        }
        if (!candidates.contains(texts)) {
            candidates.add(texts);
        }
    }

    /** Without a registration: a classic provider often has the name of its file. */
    private void addFile(List<ProviderTexts> candidates, String provider) {
        String name = provider.toLowerCase(Locale.ROOT);
        for (String extension : List.of(".dll", ".exe", ".sys")) {
            Integer file = filesByName.get(name + extension);
            if (file != null) {
                ProviderRecord record = new ProviderRecord(List.of(new RegisteredFile(name + extension, file)),
                        List.of(), List.of(), ManifestProvider.bare(null, provider));
                candidates.add(unregistered.computeIfAbsent(file,
                        _ -> new ProviderTexts(store, record, order, standard)));
                return;
            }
        }
    }

    /** What it has of each provider, in the order of their names. */
    public List<ProviderSummary> providers() throws IOException {
        CatalogueListing listing = new CatalogueListing(store, order);
        List<ProviderSummary> summaries = new ArrayList<>();
        for (CataloguedProvider provider : store.index().providers()) {
            try {
                summaries.add(listing.summary(provider));
            } catch (Malformed e) {
                throw damaged(e);
            }
        }
        return summaries;
    }

    /**
     * The messages of a provider in the most wanted language each: those of its manifest, or every text of a classic
     * one.
     *
     * @param provider a name or a GUID, in any case
     * @param id only this event id
     * @return empty when there is no such provider or event
     */
    public List<CataloguedMessage> messages(String provider, OptionalInt id) throws IOException {
        Integer place = placeOfGuid(provider);
        if (place == null) {
            place = byName.get(provider.toLowerCase(Locale.ROOT));
        }
        try {
            return place == null
                    ? List.of()
                    : new CatalogueListing(store, order).messages(store.index().providers().get(place), id);
        } catch (Malformed e) {
            throw damaged(e);
        }
    }

    private static CatalogueFormatException damaged(Malformed e) {
        return new CatalogueFormatException(
                Problem.of(MessagesProblem.DAMAGED_CATALOGUE, Place.of(""), e.offset()));
    }

    /** The languages it has texts in; the empty string stands for texts of no language. */
    public List<String> cultures() {
        return store.index().cultures();
    }

    /** How many different texts it has. */
    public int textCount() {
        return store.texts();
    }

    /** The message files it has texts of, by the path from the imported folder. */
    public List<String> files() {
        return store.index().files().stream().map(CataloguedFile::key).toList();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
