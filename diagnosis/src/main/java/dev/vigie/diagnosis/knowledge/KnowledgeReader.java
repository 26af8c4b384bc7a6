package dev.vigie.diagnosis.knowledge;

import dev.vigie.diagnosis.facts.Role;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what {@link KnowledgeWriter} wrote. */
final class KnowledgeReader {
    private final DataInputStream in;
    private final ExpressionReader expressions;

    KnowledgeReader(DataInputStream in) {
        this.in = in;
        this.expressions = new ExpressionReader(in);
    }

    private interface Item<T> {
        T read() throws IOException;
    }

    Knowledge knowledge() throws IOException {
        return new Knowledge(keyed(all(this::topic), Topic::id), new Vocabulary(all(this::vocabularyEntry)),
                keyed(all(this::claim), Claim::id));
    }

    private Topic topic() throws IOException {
        return new Topic(in.readUTF(), Area.valueOf(in.readUTF()), map(in::readUTF),
                keyed(all(this::eventSet), EventSet::name),
                keyed(all(this::fact), FactDefinition::name), keyed(all(this::signal), Signal::name), map(in::readUTF),
                keyed(all(this::cause), Cause::id), keyed(all(this::noise), Noise::id),
                keyed(all(this::fix), Fix::id), optional(in::readUTF), optional(in::readUTF));
    }

    private EventSet eventSet() throws IOException {
        return new EventSet(in.readUTF(), in.readUTF(), in.readUTF(), new TreeSet<>(all(in::readInt)),
                optional(expressions::condition), Role.valueOf(in.readUTF()));
    }

    private FactDefinition fact() throws IOException {
        return new FactDefinition(in.readUTF(), in.readByte(), all(in::readUTF),
                optional(() -> new FactDefinition.Ask(Role.valueOf(in.readUTF()), in.readUTF())));
    }

    private Signal signal() throws IOException {
        return new Signal(in.readUTF(), expressions.expression());
    }

    private Cause cause() throws IOException {
        return new Cause(in.readUTF(), all(in::readUTF), Prior.valueOf(in.readUTF()),
                map(() -> Weight.valueOf(in.readUTF())),
                map(() -> Weight.valueOf(in.readUTF())), all(in::readUTF), all(in::readUTF), all(in::readUTF),
                all(in::readUTF), all(in::readUTF));
    }

    private Noise noise() throws IOException {
        return new Noise(in.readUTF(), expressions.selection());
    }

    private Fix fix() throws IOException {
        return new Fix(in.readUTF(), Fix.Risk.valueOf(in.readUTF()), in.readUTF(), all(in::readUTF), all(in::readUTF),
                all(in::readUTF), all(in::readUTF), all(in::readUTF));
    }

    private VocabularyEntry vocabularyEntry() throws IOException {
        return new VocabularyEntry(in.readUTF(), optional(in::readUTF), in.readUTF(), in.readInt(), in.readUTF(),
                in.readUTF(), in.readUTF(), in.readUTF());
    }

    private Claim claim() throws IOException {
        return new Claim(in.readUTF(), all(() -> new Claim.ClaimedEvents(in.readUTF(), all(in::readInt))),
                all(in::readUTF), Area.valueOf(in.readUTF()), all(in::readUTF));
    }

    private <T> List<T> all(Item<T> reader) throws IOException {
        int count = in.readInt();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(reader.read());
        }
        return items;
    }

    private <T> Map<String, T> map(Item<T> reader) throws IOException {
        int count = in.readInt();
        Map<String, T> items = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            items.put(in.readUTF(), reader.read());
        }
        return items;
    }

    private <T> Optional<T> optional(Item<T> reader) throws IOException {
        return in.readBoolean() ? Optional.of(reader.read()) : Optional.empty();
    }

    private static <T> Map<String, T> keyed(List<T> items, Function<T, String> key) {
        Map<String, T> map = LinkedHashMap.newLinkedHashMap(items.size());
        items.forEach(item -> map.put(key.apply(item), item));
        return map;
    }
}
