package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.messages.ManifestProvider.Item;
import dev.vigie.formats.events.messages.ManifestProvider.Leaf;
import dev.vigie.formats.events.messages.ManifestProvider.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of an event in the order of the inserts of its message. */
final class EventInserts {
    /** A value of which the manifest says nothing. */
    private static final Item UNKNOWN = new Item("", 0, ManifestProvider.NONE);

    /**
     * A value and how it is shown.
     *
     * @param value null when the event has none at this place
     * @param item what the manifest says of it
     */
    record Insert(@Nullable Value value, Item item) {
    }

    private EventInserts() {
    }

    /**
     * The values of an event.
     *
     * @param template its layout; null for a classic event or an unknown one, whose values are taken as they come
     */
    static List<Insert> of(Event event, @Nullable Template template) {
        List<Datum> data = event.data();
        if (template == null || template.items().isEmpty()) {
            return inOrder(data, List.of());
        }
        List<Insert> named = byLayout(data, template);
        return named == null ? inOrder(data, template.items()) : named;
    }

    private static List<Insert> inOrder(List<Datum> data, List<Item> items) {
        List<Insert> inserts = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            // The bytes behind the strings of a classic event are none of them.
            boolean bytes = items.isEmpty() && i == data.size() - 1 && datum.name().equals("Binary");
            if (!bytes) {
                inserts.add(new Insert(datum.value(), i < items.size() ? items.get(i) : UNKNOWN));
            }
        }
        return inserts;
    }

    /**
     * Goes through the event and its layout side by side: elements of absent values are left out of an event, those of
     * arrays are repeated. Null when the event has something the layout does not, so that it is of another version.
     */
    private static @Nullable List<Insert> byLayout(List<Datum> data, Template template) {
        List<Item> items = template.items();
        @Nullable
        Value[] values = new @Nullable Value[items.size()];
        int last = -1;
        for (Datum datum : data) {
            int leaf = find(template.leaves(), datum.name(), last + 1);
            boolean repeated = leaf < 0 && last >= 0 && template.leaves().get(last).name().equals(datum.name());
            if (leaf < 0 && !repeated) {
                return null;
            }
            last = repeated ? last : leaf;
            int item = template.leaves().get(last).item();
            if (item >= 0 && item < items.size()) {
                values[item] = joined(values[item], datum.value());
            }
        }
        List<Insert> inserts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            inserts.add(new Insert(values[i], items.get(i)));
        }
        return inserts;
    }

    private static int find(List<Leaf> leaves, String name, int from) {
        for (int i = from; i < leaves.size(); i++) {
            if (leaves.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Value joined(@Nullable Value before, Value more) {
        return before == null ? more : new Value.Text(before.text() + "," + more.text());
    }
}
