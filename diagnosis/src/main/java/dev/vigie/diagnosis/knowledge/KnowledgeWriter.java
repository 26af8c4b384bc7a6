package dev.vigie.diagnosis.knowledge;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes the compiled form; {@link KnowledgeReader} reads it back in the same order. */
final class KnowledgeWriter {
    private final DataOutputStream out;
    private final ExpressionWriter expressions;

    KnowledgeWriter(DataOutputStream out) {
        this.out = out;
        this.expressions = new ExpressionWriter(out);
    }

    private interface Item<T> {
        void write(T item) throws IOException;
    }

    void knowledge(Knowledge knowledge) throws IOException {
        all(knowledge.topics().values(), this::topic);
        all(knowledge.vocabulary().entries(), this::vocabularyEntry);
        all(knowledge.claims().values(), this::claim);
    }

    private void topic(Topic topic) throws IOException {
        out.writeUTF(topic.id());
        out.writeUTF(topic.area().name());
        map(topic.sources(), out::writeUTF);
        all(topic.events().values(), this::eventSet);
        all(topic.facts().values(), this::fact);
        all(topic.signals().values(), this::signal);
        map(topic.groups(), out::writeUTF);
        all(topic.causes().values(), this::cause);
        all(topic.noise().values(), this::noise);
        all(topic.fixes().values(), this::fix);
        optional(topic.symptom(), out::writeUTF);
        optional(topic.askFirst(), out::writeUTF);
    }

    private void eventSet(EventSet set) throws IOException {
        out.writeUTF(set.name());
        out.writeUTF(set.provider());
        out.writeUTF(set.channel());
        all(set.ids(), out::writeInt);
        optional(set.where(), expressions::condition);
        out.writeUTF(set.role().name());
    }

    private void fact(FactDefinition fact) throws IOException {
        out.writeUTF(fact.name());
        out.writeByte(fact.cost());
        all(fact.outcomes(), out::writeUTF);
        optional(fact.ask(), ask -> {
            out.writeUTF(ask.role().name());
            out.writeUTF(ask.command());
        });
    }

    private void signal(Signal signal) throws IOException {
        out.writeUTF(signal.name());
        expressions.expression(signal.expression());
    }

    private void cause(Cause cause) throws IOException {
        out.writeUTF(cause.id());
        all(cause.aliases(), out::writeUTF);
        out.writeUTF(cause.prior().name());
        map(cause.supports(), weight -> out.writeUTF(weight.name()));
        map(cause.opposes(), weight -> out.writeUTF(weight.name()));
        all(cause.requires(), out::writeUTF);
        all(cause.excludes(), out::writeUTF);
        all(cause.clearedBy(), out::writeUTF);
        all(cause.fixes(), out::writeUTF);
        all(cause.sources(), out::writeUTF);
    }

    private void noise(Noise noise) throws IOException {
        out.writeUTF(noise.id());
        expressions.selection(noise.selection());
    }

    private void fix(Fix fix) throws IOException {
        out.writeUTF(fix.id());
        out.writeUTF(fix.risk().name());
        out.writeUTF(fix.reaches());
        all(fix.backup(), out::writeUTF);
        all(fix.apply(), out::writeUTF);
        all(fix.verify(), out::writeUTF);
        all(fix.undo(), out::writeUTF);
        all(fix.never(), out::writeUTF);
    }

    private void vocabularyEntry(VocabularyEntry entry) throws IOException {
        out.writeUTF(entry.provider());
        optional(entry.sourceName(), out::writeUTF);
        out.writeUTF(entry.channel());
        out.writeInt(entry.id());
        out.writeUTF(entry.level());
        out.writeUTF(entry.verified());
        out.writeUTF(entry.fields());
        out.writeUTF(entry.from());
    }

    private void claim(Claim claim) throws IOException {
        out.writeUTF(claim.id());
        all(claim.events(), events -> {
            out.writeUTF(events.provider());
            all(events.ids(), out::writeInt);
        });
        all(claim.terms(), out::writeUTF);
        out.writeUTF(claim.opens().name());
        all(claim.see(), out::writeUTF);
    }

    private <T> void all(Collection<T> items, Item<T> writer) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            writer.write(item);
        }
    }

    private <T> void map(Map<String, T> items, Item<T> writer) throws IOException {
        out.writeInt(items.size());
        for (Map.Entry<String, T> item : items.entrySet()) {
            out.writeUTF(item.getKey());
            writer.write(item.getValue());
        }
    }

    private <T> void optional(Optional<T> item, Item<T> writer) throws IOException {
        out.writeBoolean(item.isPresent());
        if (item.isPresent()) {
            writer.write(item.get());
        }
    }
}
