package dev.vigie.diagnosis.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what users find in articles. */
final class ClaimsReader {
    private ClaimsReader() {
    }

    static Map<String, Claim> read(YamlNode root, Vocabulary vocabulary) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        YamlNode node = root.entries(Set.of("claims"), Set.of("schema")).get("claims");
        if (node != null) {
            node.entries().forEach((id, entry) -> claims.put(id, claim(id, entry, vocabulary)));
        }
        return claims;
    }

    private static Claim claim(String id, YamlNode node, Vocabulary vocabulary) {
        Map<String, YamlNode> keys = node.entries(Set.of("opens"), Set.of("events", "terms", "see"));
        List<Claim.ClaimedEvents> events = new ArrayList<>();
        if (keys.containsKey("events")) {
            keys.get("events").items().forEach(item -> events.add(events(item)));
        }
        List<String> terms = keys.containsKey("terms") ? keys.get("terms").texts() : List.of();
        if (events.isEmpty() && terms.isEmpty()) {
            node.error("a claim names events or terms");
        }
        List<String> see = keys.containsKey("see") ? keys.get("see").texts() : List.of();
        for (String key : see) {
            if (vocabulary.entries().stream().noneMatch(entry -> entry.key().equals(key))) {
                node.error(key + " is not in the vocabulary");
            }
        }
        YamlNode opens = keys.get("opens");
        Area area = opens == null ? Area.WINRM : Area.of(opens.text()).orElseGet(() -> {
            opens.error("'" + opens.text() + "' is none of winrm, rdp, enroll");
            return Area.WINRM;
        });
        return new Claim(id, events, terms, area, see);
    }

    private static Claim.ClaimedEvents events(YamlNode node) {
        Map<String, YamlNode> keys = node.entries(Set.of("provider", "ids"), Set.of());
        List<Integer> ids = keys.containsKey("ids")
                ? keys.get("ids").items().stream().map(YamlNode::integer).toList()
                : List.of();
        return new Claim.ClaimedEvents(keys.containsKey("provider") ? keys.get("provider").text() : "", ids);
    }
}
