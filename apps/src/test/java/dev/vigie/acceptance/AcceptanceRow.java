package dev.vigie.acceptance;

import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the acceptance table: described machines, and what a diagnosis of their logs must say.
 *
 * @param where the file and number of the row
 * @param id the scenario and variant
 * @param verb the area asked for
 * @param saw what the user typed
 */
record AcceptanceRow(String where, String id, String verb, List<LabMachine> machines, List<String> saw,
        Expectation expect) {

    /**
     * What must be said.
     *
     * @param status problem, possible, none or not-assessable
     * @param causes every cause with a word confirmed, likely, possible or past, and that word
     * @param ruledOut causes that must be ruled out
     * @param next the fact that must be asked for
     * @param unassessed causes that must be not assessable
     */
    record Expectation(String status, Map<String, String> causes, List<String> ruledOut, Optional<String> next,
            List<String> unassessed) {
    }

    static AcceptanceRow of(LabNode row) {
        row.only(Set.of("row", "title", "verb", "machines", "saw", "expect"));
        List<LabMachine> machines = row.need("machines").items().stream().map(LabMachine::of).toList();
        return new AcceptanceRow(row.where(), row.need("row").text(), row.need("verb").text(), machines,
                texts(row.get("saw")), expectation(row.need("expect")));
    }

    private static Expectation expectation(LabNode node) {
        node.only(Set.of("status", "causes", "ruled-out", "next", "unassessed"));
        Map<String, String> causes = new LinkedHashMap<>();
        LabNode written = node.get("causes");
        if (written != null) {
            written.entries().forEach((cause, word) -> causes.put(cause, word.text()));
        }
        LabNode next = node.get("next");
        return new Expectation(node.need("status").text(), causes, texts(node.get("ruled-out")),
                Optional.ofNullable(next).map(LabNode::text), texts(node.get("unassessed")));
    }

    private static List<String> texts(@Nullable LabNode list) {
        List<String> texts = new ArrayList<>();
        if (list != null) {
            list.items().forEach(item -> texts.add(item.text()));
        }
        return texts;
    }

    @Override
    public String toString() {
        return id;
    }
}
