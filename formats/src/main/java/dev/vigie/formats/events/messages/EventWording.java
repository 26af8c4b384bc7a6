package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.EventInserts.Insert;
import dev.vigie.formats.events.messages.ManifestProvider.EventText;
import dev.vigie.formats.events.messages.ManifestProvider.Item;
import dev.vigie.formats.events.messages.ManifestProvider.Template;
import dev.vigie.formats.events.messages.ManifestProvider.ValueMap;
import dev.vigie.formats.events.messages.ManifestProvider.Word;
import dev.vigie.formats.events.messages.MessageText.Part;
import dev.vigie.formats.events.messages.ProviderTexts.Found;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts one event into the words of its provider. */
final class EventWording {
    private static final Pattern PARAMETER = Pattern.compile("%%(\\d{1,10})");
    /** A message expands values of at most 64 KiB a record; parameters may multiply that, but not without end. */
    private static final int MAX_MESSAGE = 1 << 20;
    /** The ids of the names that all manifests share (winmeta): what the message compiler numbers them by. */
    private static final int STANDARD_KEYWORD = 0x1000_0001;
    private static final int STANDARD_OPCODE = 0x3000_0000;
    private static final int STANDARD_LEVEL = 0x5000_0000;
    private final EventCursor event;
    private final ProviderTexts provider;
    private final ZoneId zone;
    private String culture = "";

    EventWording(EventCursor event, ProviderTexts provider, ZoneId zone) {
        this.event = event;
        this.provider = provider;
        this.zone = zone;
    }

    Optional<RenderingInfo> render() throws Malformed, IOException {
        String message = message();
        String level = level();
        String task = task();
        String opcode = opcode();
        String channel = channel();
        ManifestProvider manifest = provider.manifest();
        String name = manifest.message() == ManifestProvider.NO_MESSAGE ? null : words(manifest.message());
        List<String> keywords = keywords();
        boolean nothing = message == null && level == null && task == null && opcode == null && channel == null
                && name == null && keywords.isEmpty();
        return nothing
                ? Optional.empty()
                : Optional.of(new RenderingInfo(culture, message, level, task, opcode, channel, name, keywords));
    }

    private @Nullable String message() throws Malformed, IOException {
        EventText definition = provider.event(event.eventId(), (int) event.number(SystemField.VERSION, 0));
        if (definition != null && definition.message() != ManifestProvider.NO_MESSAGE) {
            Found text = provider.message(definition.message());
            if (text != null) {
                return filled(text, template(definition.template()));
            }
        }
        // Without qualifiers the number of an event of a manifest is no message id: it may be that of a category.
        if (event.system(SystemField.QUALIFIERS) == null && !provider.manifest().events().isEmpty()) {
            return null;
        }
        long qualifiers = event.number(SystemField.QUALIFIERS, 0);
        Found text = provider.message((int) (qualifiers << 16 | event.eventId() & 0xFFFF));
        return text == null ? null : filled(text, definition == null ? null : template(definition.template()));
    }

    private @Nullable Template template(int index) {
        List<Template> templates = provider.manifest().templates();
        return index < 0 || index >= templates.size() ? null : templates.get(index);
    }

    private String filled(Found text, @Nullable Template template) throws Malformed, IOException {
        culture = text.culture();
        List<Insert> inserts = null;
        StringBuilder message = new StringBuilder();
        for (Part part : text.parts()) {
            switch (part) {
                case MessageText.Literal literal -> message.append(literal.text());
                case MessageText.Parameter parameter -> message.append(parameter(parameter.id(), parameter.written()));
                case MessageText.Insert insert -> {
                    if (inserts == null) {
                        inserts = EventInserts.of(event.toEvent(), template);
                    }
                    message.append(insert(insert, inserts));
                }
            }
            if (message.length() > MAX_MESSAGE) {
                message.setLength(MAX_MESSAGE);
                break;
            }
        }
        return message.toString().stripTrailing();
    }

    /** The value of an insert; one that the event does not have stays as Windows leaves it. */
    private String insert(MessageText.Insert insert, List<Insert> inserts) throws Malformed, IOException {
        if (insert.number() > inserts.size()) {
            return "%" + insert.number();
        }
        Insert found = inserts.get(insert.number() - 1);
        Value value = found.value();
        if (value == null) {
            return "";
        }
        String mapped = mapped(value, found.item());
        String text = mapped == null ? ValueWords.text(value, found.item().outType(), zone) : mapped;
        return InsertFormat.apply(insert.format(), expanded(text.replace("\r\n", "\n")));
    }

    private @Nullable String mapped(Value value, Item item) throws Malformed, IOException {
        List<ValueMap> maps = provider.manifest().maps();
        if (item.map() < 0 || item.map() >= maps.size() || !(value instanceof Value.Int number)) {
            return null;
        }
        ValueMap map = maps.get(item.map());
        List<String> names = new ArrayList<>();
        for (Word entry : map.entries()) {
            boolean meant = map.bits()
                    ? entry.value() != 0 && (number.bits() & entry.value()) == entry.value()
                    : (number.bits() & 0xFFFF_FFFFL) == entry.value();
            String name = meant ? words(entry.message()) : null;
            if (name != null) {
                names.add(name);
            }
        }
        return names.isEmpty() ? null : String.join("|", names);
    }

    /** A value's own references to the parameter file, as {@code %%1843} of the Security log. */
    private String expanded(String text) throws Malformed, IOException {
        if (!text.contains("%%")) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        Matcher references = PARAMETER.matcher(text);
        while (references.find() && expanded.length() < MAX_MESSAGE) {
            String words = parameter(Long.parseLong(references.group(1)), references.group());
            references.appendReplacement(expanded, Matcher.quoteReplacement(words));
        }
        return references.appendTail(expanded).toString();
    }

    private String parameter(long id, String written) throws Malformed, IOException {
        Found text = id > 0xFFFF_FFFFL ? null : provider.parameter((int) id);
        return text == null ? written : plain(text);
    }

    /** A text without values, such as a name. */
    private static String plain(Found text) {
        StringBuilder plain = new StringBuilder();
        for (Part part : text.parts()) {
            switch (part) {
                case MessageText.Literal literal -> plain.append(literal.text());
                case MessageText.Insert insert -> plain.append('%').append(insert.number());
                case MessageText.Parameter parameter -> plain.append(parameter.written());
            }
        }
        return plain.toString().stripTrailing();
    }

    private @Nullable String words(int messageId) throws Malformed, IOException {
        Found text = messageId == ManifestProvider.NO_MESSAGE ? null : provider.message(messageId);
        if (text != null && culture.isEmpty()) {
            culture = text.culture();
        }
        return text == null ? null : plain(text);
    }

    /** The text of a name; without one the symbol of the manifest, unless it is one of those all manifests share. */
    private @Nullable String words(@Nullable Word word) throws Malformed, IOException {
        if (word == null) {
            return null;
        }
        String text = words(word.message());
        return text != null || word.symbol().isEmpty() || word.symbol().startsWith("win:") ? text : word.symbol();
    }

    private static @Nullable Word find(List<Word> words, long value) {
        for (Word word : words) {
            if (word.value() == value) {
                return word;
            }
        }
        return null;
    }

    private @Nullable String level() throws Malformed, IOException {
        long level = event.number(SystemField.LEVEL, EventCursor.ABSENT);
        if (level == EventCursor.ABSENT) {
            return null;
        }
        String own = words(find(provider.manifest().levels(), level));
        return own != null ? own : words(STANDARD_LEVEL | (int) (level & 0xFF));
    }

    private @Nullable String task() throws Malformed, IOException {
        long task = event.number(SystemField.TASK, 0);
        if (task == 0) {
            return null;
        }
        String own = words(find(provider.manifest().tasks(), task));
        Found category = own == null ? provider.category((int) task) : null;
        return category == null ? own : plain(category);
    }

    private @Nullable String opcode() throws Malformed, IOException {
        long opcode = event.number(SystemField.OPCODE, EventCursor.ABSENT);
        if (opcode == EventCursor.ABSENT) {
            return null;
        }
        List<Word> opcodes = provider.manifest().opcodes();
        int task = (int) event.number(SystemField.TASK, 0);
        Word word = find(opcodes, ManifestProvider.opcode((int) opcode, task));
        String own = words(word != null ? word : find(opcodes, ManifestProvider.opcode((int) opcode, 0)));
        return own != null ? own : words(STANDARD_OPCODE | (int) (opcode & 0xFF));
    }

    private @Nullable String channel() throws Malformed, IOException {
        String path = event.text(SystemField.CHANNEL);
        for (Word channel : provider.manifest().channels()) {
            if (channel.symbol().equalsIgnoreCase(path)) {
                return words(channel.message());
            }
        }
        return null;
    }

    private List<String> keywords() throws Malformed, IOException {
        long keywords = event.number(SystemField.KEYWORDS, 0);
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if ((keywords >>> bit & 1) != 0) {
                String own = words(find(provider.manifest().keywords(), 1L << bit));
                String name = own != null ? own : words(STANDARD_KEYWORD + bit);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
