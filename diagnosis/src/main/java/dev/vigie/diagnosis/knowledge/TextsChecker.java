package dev.vigie.diagnosis.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks texts: every key in every language, no surplus, known placeholders, French typography. */
final class TextsChecker {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern KNOWN_PLACEHOLDER = Pattern
            .compile("event\\.(id|time)|data\\.(\\d+|[A-Za-z_][A-Za-z0-9_.-]*)|status|count");
    private static final String FRENCH_MARKS = ":;!?";
    private static final String NO_BREAK_SPACES = "\u00A0\u202F";

    private TextsChecker() {
    }

    /** Which keys a file has. */
    record Keys(Set<String> required, Set<String> optional) {
    }

    static Keys keys(Topic topic) {
        Set<String> required = new TreeSet<>(Set.of("topic"));
        Set<String> optional = new TreeSet<>();
        topic.signals().keySet().forEach(name -> required.add("signals/" + name));
        for (FactDefinition fact : topic.facts().values()) {
            required.add("facts/" + fact.name());
            fact.outcomes().forEach(outcome -> required.add("facts/" + fact.name() + "." + outcome));
        }
        for (String cause : topic.causes().keySet()) {
            required.addAll(List.of("causes/" + cause + "/title", "causes/" + cause + "/why",
                    "causes/" + cause + "/chain"));
            optional.add("causes/" + cause + "/not");
        }
        for (Fix fix : topic.fixes().values()) {
            required.add("fixes/" + fix.id() + "/title");
            optional.add("fixes/" + fix.id() + "/note");
            fix.never().forEach(advice -> required.add("fixes/" + fix.id() + "/never." + advice));
        }
        topic.noise().keySet().forEach(name -> required.add("noise/" + name));
        return new Keys(required, optional);
    }

    static Keys keys(Vocabulary vocabulary) {
        return new Keys(vocabulary.entries().stream().map(entry -> "events/" + entry.key())
                .collect(Collectors.toCollection(TreeSet::new)), Set.of());
    }

    static Keys keys(Map<String, Claim> claims, TextFile example) {
        Set<String> required = claims.keySet().stream().map(id -> "claims/" + id + "/say")
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> optional = example.texts().keySet().stream()
                .filter(key -> key.startsWith("claims/") && key.contains("/steps/")
                        && claims.containsKey(key.split("/", -1)[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Keys(required, optional);
    }

    /** Checks a file of one language against the keys it should have. */
    static void check(TextFile file, String language, Keys keys) {
        for (String key : keys.required()) {
            if (!file.texts().containsKey(key)) {
                file.root().error("missing text '" + key + "'");
            }
        }
        file.texts().forEach((key, node) -> {
            if (!keys.required().contains(key) && !keys.optional().contains(key)) {
                node.error("surplus text '" + key + "'");
            }
            String text = node.prose();
            if (key.startsWith("signals/")) {
                placeholders(node, text);
            }
            if (language.equals("fr")) {
                french(node, text);
            }
        });
    }

    /** Checks two languages of one file against each other. */
    static void compare(TextFile one, TextFile other) {
        one.texts().forEach((key, node) -> {
            YamlNode counterpart = other.texts().get(key);
            if (counterpart == null) {
                node.error("'" + key + "' is missing in " + other.root().file());
            } else if (key.startsWith("signals/") && !names(node.text()).equals(names(counterpart.text()))) {
                node.error("other placeholders than in " + other.root().file());
            }
        });
    }

    private static Set<String> names(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void placeholders(YamlNode node, String text) {
        PLACEHOLDER.matcher(text).results().map(match -> match.group(1))
                .filter(name -> !KNOWN_PLACEHOLDER.matcher(name).matches())
                .forEach(name -> node.error("unknown placeholder {" + name + "}"));
    }

    private static void french(YamlNode node, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
            boolean marksSentence = FRENCH_MARKS.indexOf(c) >= 0 && (Character.isWhitespace(after) || after == '\u00A0'
                    || after == '\u202F' || after == '\u00BB' || after == ')');
            boolean wrong = marksSentence && !isNoBreak(before) && FRENCH_MARKS.indexOf(before) < 0
                    || c == '\u00AB' && !isNoBreak(after) || c == '\u00BB' && !isNoBreak(before);
            if (wrong) {
                node.error("French typography: a no-break space is missing at '"
                        + text.substring(Math.max(0, i - 12), Math.min(text.length(), i + 6)) + "'");
                return;
            }
        }
    }

    private static boolean isNoBreak(char c) {
        return NO_BREAK_SPACES.indexOf(c) >= 0;
    }
}
