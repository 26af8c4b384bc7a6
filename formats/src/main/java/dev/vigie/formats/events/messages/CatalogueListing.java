package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedProvider;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedTable;
import dev.vigie.formats.events.messages.ManifestProvider.EventText;
import dev.vigie.formats.events.messages.ManifestProvider.Item;
import dev.vigie.formats.events.messages.ManifestProvider.Template;
import dev.vigie.formats.events.messages.ProviderRecord.RegisteredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists what a catalogue holds, for people who want to look into it. */
final class CatalogueListing {
    private final CatalogueStore store;
    private final int[] order;

    CatalogueListing(CatalogueStore store, int[] order) {
        this.store = store;
        this.order = order;
    }

    ProviderSummary summary(CataloguedProvider provider) throws Malformed {
        List<String> files = store.record(provider).messageFiles().stream().map(RegisteredFile::path).toList();
        return new ProviderSummary(provider.name(), provider.guid(), provider.events(), provider.source(),
                provider.version(), files);
    }

    /** The messages of a provider: one for each event of a manifest, each text of a classic one. */
    List<CataloguedMessage> messages(CataloguedProvider provider, OptionalInt id) throws Malformed, IOException {
        ProviderRecord record = store.record(provider);
        List<CataloguedMessage> messages = new ArrayList<>();
        for (EventText event : record.manifest().events()) {
            if (event.message() != ManifestProvider.NO_MESSAGE && isWanted(event.id(), id)) {
                addFirst(record, event, messages);
            }
        }
        if (record.manifest().events().isEmpty()) {
            Set<Integer> known = new HashSet<>();
            for (CataloguedTable table : tables(record)) {
                addTable(table, id, known, messages);
            }
        }
        return messages;
    }

    private static boolean isWanted(int event, OptionalInt id) {
        return id.isEmpty() || id.getAsInt() == event;
    }

    private void addFirst(ProviderRecord record, EventText event, List<CataloguedMessage> messages)
            throws Malformed, IOException {
        for (CataloguedTable table : tables(record)) {
            String text = store.text(table, event.message());
            if (text != null) {
                messages.add(new CataloguedMessage(event.id(), event.version(), event.message(),
                        store.index().cultures().get(table.culture()), text, names(record, event)));
                return;
            }
        }
    }

    private static List<String> names(ProviderRecord record, EventText event) {
        List<Template> templates = record.manifest().templates();
        @Nullable
        Template template = event.template() < 0 || event.template() >= templates.size()
                ? null
                : templates.get(event.template());
        return template == null ? List.of() : template.items().stream().map(Item::name).toList();
    }

    private void addTable(CataloguedTable table, OptionalInt id, Set<Integer> known,
            List<CataloguedMessage> messages) throws Malformed, IOException {
        for (int place = 0; place < table.count(); place++) {
            int messageId = store.idAt(table, place);
            if (isWanted(messageId & 0xFFFF, id) && known.add(messageId)) {
                messages.add(new CataloguedMessage(messageId & 0xFFFF, 0, messageId,
                        store.index().cultures().get(table.culture()), store.textAt(table, place), List.of()));
            }
        }
    }

    private List<CataloguedTable> tables(ProviderRecord record) {
        List<CataloguedTable> tables = new ArrayList<>();
        for (int culture : order) {
            for (RegisteredFile file : record.messageFiles()) {
                if (file.file() != ManifestProvider.NONE) {
                    store.index().files().get(file.file()).tables().stream()
                            .filter(table -> table.culture() == culture).forEach(tables::add);
                }
            }
        }
        return tables;
    }
}
