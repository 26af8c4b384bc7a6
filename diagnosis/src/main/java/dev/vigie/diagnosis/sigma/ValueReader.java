package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.Detection.Negated;
import dev.vigie.diagnosis.sigma.YamlValue.Kind;
import dev.vigie.diagnosis.sigma.YamlValue.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one value of a field as its modifiers want it. */
final class ValueReader {
    private static final int MAX_REGEX = 8192;
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
    private final FieldName name;
    private final Placeholders placeholders;

    ValueReader(FieldName name, Placeholders placeholders) {
        this.name = name;
        this.placeholders = placeholders;
    }

    Detection read(Scalar value) throws RuleFault {
        if (value.kind() == Kind.NULL) {
            return empty(value);
        }
        if (name.type().isEmpty()) {
            return value.kind() == Kind.WHOLE && isPlain() ? number(value) : like(value);
        }
        return switch (name.type().get()) {
            case RE -> regex(value);
            case CIDR -> network(value);
            case EXISTS -> presence(value);
            case FIELDREF -> otherField(value);
            default -> comparison(value, name.type().get());
        };
    }

    private boolean isPlain() {
        return name.transformations().isEmpty() && name.position().isEmpty();
    }

    private Detection empty(Scalar value) throws RuleFault {
        if (!isPlain() || name.type().isPresent() || name.isKeyword()) {
            throw bad(value);
        }
        return test(ValueTest.Empty.EMPTY);
    }

    /** A whole number matches the field whether the provider wrote it in decimal or in hexadecimal. */
    private Detection number(Scalar value) {
        long number = HEX.matcher(value.text()).matches()
                ? Long.parseUnsignedLong(value.text().substring(2), 16)
                : new BigDecimal(value.text()).longValue();
        List<Detection> forms = new ArrayList<>();
        forms.add(like(SigmaString.literal(Long.toString(number))));
        if (number >= 0) {
            forms.add(like(SigmaString.literal("0x" + Long.toHexString(number))));
        }
        return Detection.anyOf(forms);
    }

    private Detection like(Scalar value) throws RuleFault {
        String text = value.kind() == Kind.BOOL ? value.text().toLowerCase(Locale.ROOT) : value.text();
        List<Detection> variants = new ArrayList<>();
        for (SigmaString variant : new Transformations(name, placeholders, value.line()).of(text)) {
            variants.add(like(variant));
        }
        if (variants.isEmpty()) {
            throw bad(value);
        }
        return Detection.anyOf(variants);
    }

    private Detection like(SigmaString pattern) {
        if (name.isKeyword()) {
            return test(new ValueTest.Like(pattern.withAnyBefore().withAnyAfter(), name.has(Modifier.CASED)));
        }
        SigmaString placed = pattern;
        if (name.position().isPresent()) {
            placed = switch (name.position().get()) {
                case STARTSWITH -> pattern.withAnyAfter();
                case ENDSWITH -> pattern.withAnyBefore();
                default -> pattern.withAnyBefore().withAnyAfter();
            };
        }
        return test(new ValueTest.Like(placed, name.has(Modifier.CASED)));
    }

    private Detection regex(Scalar value) throws RuleFault {
        int flags = (name.has(Modifier.I) ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (name.has(Modifier.M) ? Pattern.MULTILINE : 0) | (name.has(Modifier.S) ? Pattern.DOTALL : 0);
        List<Detection> variants = new ArrayList<>();
        boolean expand = name.transformations().contains(Modifier.EXPAND);
        for (String text : expand
                ? placeholders.expand(value.text(), value.line())
                : List.of(value.text())) {
            check(text, flags, value);
            variants.add(test(new ValueTest.Matches(text, flags)));
        }
        return Detection.anyOf(variants);
    }

    @SuppressWarnings("ReturnValueIgnored") // only whether it compiles is asked
    private static void check(String regex, int flags, Scalar value) throws RuleFault {
        try {
            if (regex.length() <= MAX_REGEX) {
                Pattern.compile(regex, flags);
                return;
            }
        } catch (PatternSyntaxException | StackOverflowError _) {
            // Falls through: a group nested thousands of times overflows the compiler, which is no more readable.
        }
        throw new RuleFault(SigmaProblem.BAD_REGEX, value.line(), value.text());
    }

    private Detection network(Scalar value) throws RuleFault {
        return test(new ValueTest.InNetwork(Network.parse(value.text()).orElseThrow(() -> bad(value))));
    }

    /** Rules are written for readers of YAML 1.1 too, to which yes and no are booleans. */
    private Detection presence(Scalar value) throws RuleFault {
        if (name.isKeyword()) {
            throw bad(value);
        }
        Detection present = test(ValueTest.Present.PRESENT);
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> present;
            case "false", "no" -> new Negated(present);
            default -> throw bad(value);
        };
    }

    private Detection otherField(Scalar value) throws RuleFault {
        if (value.text().isBlank() || name.isKeyword()) {
            throw bad(value);
        }
        ValueTest.Part part = name.position().map(position -> switch (position) {
            case STARTSWITH -> ValueTest.Part.START;
            case ENDSWITH -> ValueTest.Part.END;
            default -> ValueTest.Part.ANYWHERE;
        }).orElse(ValueTest.Part.WHOLE);
        return test(new ValueTest.SameAs(value.text(), part, name.has(Modifier.CASED)));
    }

    private Detection comparison(Scalar value, Modifier modifier) throws RuleFault {
        ValueTest.Order order = switch (modifier) {
            case LT -> ValueTest.Order.LESS;
            case LTE -> ValueTest.Order.LESS_OR_EQUAL;
            case GT -> ValueTest.Order.GREATER;
            default -> ValueTest.Order.GREATER_OR_EQUAL;
        };
        BigDecimal number = FieldNumber.of(value.text()).orElseThrow(() -> bad(value));
        return test(new ValueTest.Compared(order, number));
    }

    private Detection test(ValueTest test) {
        return DetectionReader.test(name, test);
    }

    private RuleFault bad(Scalar value) {
        return new RuleFault(SigmaProblem.BAD_VALUE, value.line(), value.text(), name.written());
    }
}
