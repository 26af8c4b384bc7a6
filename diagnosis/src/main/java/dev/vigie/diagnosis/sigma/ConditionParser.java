package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.Detection.AtLeast;
import dev.vigie.diagnosis.sigma.Detection.Negated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the condition of a rule.
 *
 * <pre>
 * condition = conjunction { "or" conjunction } ;      conjunction = term { "and" term } ;
 * term      = "not" term | "(" condition ")" | ( number | "any" | "all" ) "of" ( "them" | pattern ) | identifier ;
 * </pre>
 */
final class ConditionParser {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_LENGTH = 16_384;
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()|])|([\\w*.-]+)|(\\S))");
    private final Map<String, Detection> identifiers;
    private final int line;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ConditionParser(Map<String, Detection> identifiers, int line) {
        this.identifiers = identifiers;
        this.line = line;
    }

    /** Reads a condition over search identifiers that were read already. */
    static Detection parse(String condition, Map<String, Detection> identifiers, int line) throws RuleFault {
        ConditionParser parser = new ConditionParser(identifiers, line);
        parser.tokenize(condition);
        Detection detection = parser.disjunction(0);
        if (parser.next < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return detection;
    }

    private void tokenize(String condition) throws RuleFault {
        if (condition.length() > MAX_LENGTH) {
            throw new RuleFault(SigmaProblem.TOO_LARGE, line, MAX_LENGTH);
        }
        int bar = condition.indexOf('|');
        if (bar >= 0) {
            throw new RuleFault(SigmaProblem.AGGREGATION, line, condition.substring(bar + 1).strip());
        }
        Matcher token = TOKEN.matcher(condition.strip());
        while (token.lookingAt()) {
            tokens.add(token.group().strip());
            token.region(token.end(), token.regionEnd());
        }
    }

    private Detection disjunction(int depth) throws RuleFault {
        List<Detection> terms = new ArrayList<>(List.of(conjunction(depth)));
        while (accept("or")) {
            terms.add(conjunction(depth));
        }
        return Detection.anyOf(terms);
    }

    private Detection conjunction(int depth) throws RuleFault {
        List<Detection> terms = new ArrayList<>(List.of(term(depth)));
        while (accept("and")) {
            terms.add(term(depth));
        }
        return Detection.allOf(terms);
    }

    private Detection term(int depth) throws RuleFault {
        if (depth > MAX_DEPTH) {
            throw new RuleFault(SigmaProblem.TOO_DEEP, line, MAX_DEPTH);
        }
        if (accept("not")) {
            return new Negated(term(depth + 1));
        }
        if (accept("(")) {
            Detection inner = disjunction(depth + 1);
            if (!accept(")")) {
                throw unexpected();
            }
            return inner;
        }
        if (next + 1 < tokens.size() && tokens.get(next + 1).equalsIgnoreCase("of")) {
            return quantified();
        }
        return named();
    }

    private Detection quantified() throws RuleFault {
        String quantifier = tokens.get(next).toLowerCase(Locale.ROOT);
        next += 2;
        if (next == tokens.size()) {
            throw unexpected();
        }
        String pattern = tokens.get(next++);
        List<Detection> terms = matching(pattern);
        if (quantifier.equals("all")) {
            return Detection.allOf(terms);
        }
        if (!quantifier.equals("any") && !quantifier.matches("[1-9][0-9]{0,3}")) {
            throw new RuleFault(SigmaProblem.BAD_CONDITION, line, quantifier);
        }
        int number = quantifier.equals("any") ? 1 : Integer.parseInt(quantifier);
        return number == 1 ? Detection.anyOf(terms) : new AtLeast(number, terms);
    }

    /** The identifiers of a pattern; those that start with an underscore only where the pattern does too. */
    private List<Detection> matching(String pattern) throws RuleFault {
        SigmaString names = SigmaString.parse(pattern.equalsIgnoreCase("them") ? "*" : pattern);
        List<Detection> matching = new ArrayList<>();
        identifiers.forEach((name, detection) -> {
            if (Glob.matches(names, name, true) && (pattern.startsWith("_") || !name.startsWith("_"))) {
                matching.add(detection);
            }
        });
        if (matching.isEmpty()) {
            throw new RuleFault(SigmaProblem.UNKNOWN_IDENTIFIER, line, pattern);
        }
        return matching;
    }

    private Detection named() throws RuleFault {
        if (next == tokens.size() || tokens.get(next).matches("[()]|(?i:and|or|of)")) {
            throw unexpected();
        }
        String name = tokens.get(next++);
        Detection detection = identifiers.get(name);
        if (detection == null) {
            throw new RuleFault(SigmaProblem.UNKNOWN_IDENTIFIER, line, name);
        }
        return detection;
    }

    private boolean accept(String word) {
        boolean accepted = next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
        next += accepted ? 1 : 0;
        return accepted;
    }

    private RuleFault unexpected() {
        return new RuleFault(SigmaProblem.BAD_CONDITION, line, next < tokens.size() ? tokens.get(next) : "");
    }
}
