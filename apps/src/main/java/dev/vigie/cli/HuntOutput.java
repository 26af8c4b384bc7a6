package dev.vigie.cli;

import dev.vigie.diagnosis.sigma.HitJson;
import dev.vigie.diagnosis.sigma.RuleHit;
import dev.vigie.diagnosis.sigma.SigmaRule;
import dev.vigie.rendering.Printable;
import java.io.Closeable;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where hits go: as they come, or in the order of time when all are known. */
sealed interface HuntOutput extends Closeable {
    /** Takes a hit. */
    void add(RuleHit hit);

    @Override
    void close();

    /** One JSON object a line, as the hits come. */
    final class JsonLines implements HuntOutput {
        private final HitJson json;

        JsonLines(PrintStream out) {
            json = new HitJson(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }

        @Override
        public void add(RuleHit hit) {
            json.write(hit);
        }

        @Override
        public void close() {
            json.close();
        }
    }

    /** One line a hit in the order of time, for reading or for a spreadsheet. */
    final class Timeline implements HuntOutput {
        private final PrintStream out;
        private final Table.Form form;
        private final List<Sighting> sightings = new ArrayList<>();

        Timeline(PrintStream out, Table.Form form) {
            this.out = out;
            this.form = form;
        }

        @Override
        public void add(RuleHit hit) {
            sightings.add(Sighting.of(hit));
        }

        @Override
        public void close() {
            Table table = new Table(form);
            if (form == Table.Form.CSV) {
                table.add(List.of("time", "level", "computer", "channel", "id", "record", "rule", "title", "details",
                        "source"));
            }
            sightings.stream().sorted(Sighting.BY_TIME).forEach(sighting -> table.add(row(sighting)));
            out.print(table);
            out.close();
        }

        private List<String> row(Sighting sighting) {
            SigmaRule rule = sighting.rule();
            List<String> cells = form == Table.Form.CSV
                    ? List.of(sighting.time(), rule.level().key(), sighting.computer(), sighting.channel(),
                            sighting.id(), sighting.record(), rule.id(), rule.title(), sighting.details(),
                            sighting.source())
                    : List.of(sighting.time(), rule.level().key(), sighting.computer(), sighting.event(),
                            "#" + sighting.record(), rule.title(), sighting.details());
            return cells.stream().map(Printable::of).toList();
        }
    }

    /** Rule by rule, the gravest first, each with some of its events. */
    final class ByRule implements HuntOutput {
        private static final int SHOWN = 3;
        private final Session session;
        private final PrintStream out;
        private final Map<SigmaRule, List<Sighting>> byRule = new LinkedHashMap<>();

        ByRule(Session session, PrintStream out) {
            this.session = session;
            this.out = out;
        }

        @Override
        public void add(RuleHit hit) {
            byRule.computeIfAbsent(hit.rule(), _ -> new ArrayList<>()).add(Sighting.of(hit));
        }

        @Override
        public void close() {
            byRule.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(
                            Comparator.comparing(SigmaRule::level).reversed().thenComparing(SigmaRule::title)))
                    .forEach(entry -> print(entry.getKey(), entry.getValue()));
            out.close();
        }

        private void print(SigmaRule rule, List<Sighting> sightings) {
            sightings.sort(Sighting.BY_TIME);
            out.println(rule.level().key() + "  " + Printable.of(rule.title()) + "  "
                    + session.texts().count("hunt.events", sightings.size()));
            for (Sighting sighting : sightings.subList(0, Math.min(SHOWN, sightings.size()))) {
                out.println("  " + Printable.of(sighting.time() + "  " + sighting.computer() + "  " + sighting.event()
                        + "  " + sighting.source() + "#" + sighting.record()));
                if (!sighting.details().isEmpty()) {
                    out.println("    " + sighting.details());
                }
            }
            if (sightings.size() > SHOWN) {
                out.println("  " + session.texts().count("hunt.more", sightings.size() - SHOWN));
            }
        }
    }
}
