package dev.vigie.rendering;

import dev.vigie.diagnosis.report.JsonFields;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Recovery.Origin;
import dev.vigie.formats.events.evtx.ClockStep;
import dev.vigie.formats.events.evtx.EvtxHeader;
import dev.vigie.formats.events.evtx.EvtxSummary;
import dev.vigie.formats.events.evtx.Listed;
import dev.vigie.formats.events.evtx.LogCleared;
import dev.vigie.formats.events.evtx.MachineEvent;
import dev.vigie.formats.events.evtx.RecordGap;
import dev.vigie.formats.windows.FileTime;
import java.io.Closeable;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes checks of files as one JSON document, a file at a time. Its form is described in
 * {@code docs/formats/events-check.md} and by the JSON Schema {@code events-check.schema.json} of this package.
 */
public final class LogCheckJson implements Closeable {
    private static final String SCHEMA = "vigie.events-check/1";
    private final Texts texts;
    private final JsonGenerator json;
    private final JsonFields fields;

    /** Starts the document; the stream stays open when this is closed. */
    public LogCheckJson(Texts texts, OutputStream out) {
        this.texts = texts;
        this.json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
        json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
        this.fields = new JsonFields(json);
        json.writeStartObject();
        fields.text("schema", SCHEMA);
        json.writeArrayPropertyStart("logs");
    }

    /** Writes a check. */
    public void write(LogCheck check) {
        fields.object(() -> {
            fields.text("file", check.file());
            fields.text("outcome", key(check.outcome()));
            fields.number("events", check.events());
            check.summary().ifPresent(this::summary);
            check.recoverable().ifPresent(this::recoverable);
            problems(check);
        });
    }

    /** Ends the document. */
    @Override
    public void close() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void summary(EvtxSummary summary) {
        if (summary.header().hasMagic()) {
            fields.object("header", () -> header(summary.header()));
        }
        fields.object("chunks", () -> chunks(summary.chunks()));
        fields.object("records", () -> records(summary.records()));
        list("gaps", summary.gaps(), this::gap);
        gap("before", summary.before());
        gap("after", summary.after());
        list("clockSteps", summary.clockSteps(), this::clockStep);
        list("cleared", summary.cleared(), this::cleared);
        list("machine", summary.machine(), this::machine);
    }

    private void header(EvtxHeader header) {
        fields.text("version", header.majorVersion() + "." + header.minorVersion());
        fields.bool("dirty", header.isDirty());
        fields.bool("full", header.isFull());
        fields.bool("checksums", header.hasChecksums());
        fields.bool("intact", header.isIntact());
        fields.number("chunks", header.chunkCount());
        id("nextRecordId", header.nextRecordId());
    }

    private void chunks(EvtxSummary.Chunks chunks) {
        fields.number("total", chunks.total());
        fields.number("blank", chunks.blank());
        fields.number("damaged", chunks.damaged());
        fields.number("pastHeader", chunks.pastHeader());
    }

    private void records(EvtxSummary.Records records) {
        fields.number("read", records.read());
        fields.number("lost", records.lost());
        fields.number("pastHeader", records.pastHeader());
        if (records.read() > 0) {
            id("firstId", records.firstId());
            id("lastId", records.lastId());
        }
        fields.number("missing", records.missing());
        fields.number("repeated", records.repeated());
        fields.number("backward", records.backward());
        time("firstTime", records.firstTime());
        time("lastTime", records.lastTime());
    }

    private void gap(String name, @Nullable RecordGap gap) {
        if (gap != null) {
            fields.object(name, () -> gap(gap));
        }
    }

    private void gap(RecordGap gap) {
        id("firstId", gap.firstId());
        id("lastId", gap.lastId());
        fields.text("reason", key(gap.reason()));
    }

    private void clockStep(ClockStep step) {
        id("previousRecordId", step.previousRecordId());
        id("recordId", step.recordId());
        time("from", step.from());
        time("to", step.to());
        fields.points("seconds", (double) step.size() / FileTime.TICKS_PER_SECOND);
        if (step.explainedBy() != null) {
            id("explainedBy", step.explainedBy());
        }
    }

    private void cleared(LogCleared log) {
        id("recordId", log.recordId());
        time("time", log.time());
        text("channel", log.channel());
        text("user", log.user());
        text("backup", log.backup());
    }

    private void machine(MachineEvent event) {
        fields.text("kind", key(event.kind()));
        id("recordId", event.recordId());
        time("time", event.time());
        text("detail", event.detail());
    }

    private void recoverable(Map<Origin, Long> records) {
        fields.object("recoverable", () -> records.forEach((origin, number) -> fields.number(origin.key(), number)));
    }

    private void problems(LogCheck check) {
        check.summary().ifPresent(summary -> fields.object("problemCounts", () -> summary.problemCounts()
                .forEach((code, number) -> fields.number(code.key(), number))));
        list("problems", check.problems(), this::problem);
    }

    private void problem(Problem problem) {
        fields.text("code", problem.code().key());
        fields.text("severity", key(problem.severity()));
        if (problem.place().offset() != Place.NO_OFFSET) {
            fields.number("offset", problem.place().offset());
        }
        if (problem.place().record() != Place.NO_RECORD) {
            id("record", problem.place().record());
        }
        fields.values("arguments", problem.arguments());
        fields.text("text", texts.problem(problem));
    }

    private <T> void list(String name, Listed<T> things, Consumer<T> members) {
        fields.object(name, () -> {
            fields.number("total", things.total());
            fields.objects("first", things.first(), members);
        });
    }

    private void text(String name, String text) {
        fields.text(name, Optional.of(text).filter(value -> !value.isEmpty()));
    }

    private void time(String name, @Nullable FileTime time) {
        fields.text(name, Optional.ofNullable(time));
    }

    private void id(String name, long id) {
        json.writeName(name);
        json.writeNumber(Long.toUnsignedString(id));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
