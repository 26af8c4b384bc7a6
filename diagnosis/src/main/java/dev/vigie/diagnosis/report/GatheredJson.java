package dev.vigie.diagnosis.report;

import dev.vigie.diagnosis.facts.Coverage;
import dev.vigie.diagnosis.facts.GatheredLogs.SourceSummary;
import dev.vigie.diagnosis.facts.Role;
import java.time.Instant;
import java.util.Locale;

/** What was read of sources and logs as members of JSON objects, the same in reports and in cases. */
public final class GatheredJson {
    private GatheredJson() {
    }

    /** The members of a source. */
    public static void source(SourceSummary source, JsonFields json) {
        json.text("name", source.name());
        json.text("role", source.role().map(Role::key));
        json.number("records", source.records());
        json.text("first", source.first());
        json.text("last", source.last());
        json.texts("channels", source.channels());
        json.bool("readable", source.readable());
    }

    /** The members of the coverage of a channel. */
    public static void coverage(Coverage coverage, JsonFields json) {
        json.text("channel", coverage.channel());
        json.number("records", coverage.records());
        json.text("first", coverage.first());
        json.text("last", coverage.last());
        json.objects("holes", coverage.holes(), hole -> hole(hole, json));
        json.texts("cleared", coverage.cleared().stream().map(Instant::toString).toList());
        json.texts("sources", coverage.sources());
    }

    private static void hole(Coverage.Hole hole, JsonFields json) {
        json.text("kind", hole.kind().name().toLowerCase(Locale.ROOT));
        json.text("from", hole.from());
        json.text("to", hole.to());
        json.number("missing", hole.missing());
    }
}
