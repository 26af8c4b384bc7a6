package dev.vigie.diagnosis.sigma;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field as a rule writes it, with its modifiers.
 *
 * @param written as written, for reports
 * @param field the name, empty for keywords
 * @param transformations what is done to each value, in order
 * @param position where in the field a value is looked for, if not the whole
 * @param type what a value is, if not text
 * @param flags all other modifiers
 */
record FieldName(String written, String field, List<Modifier> transformations, Optional<Modifier> position,
        Optional<Modifier> type, Set<Modifier> flags) {

    /** Reads the modifiers; the fault names the first that is unknown or excludes another. */
    static FieldName parse(String written, int line) throws RuleFault {
        String[] parts = written.split("\\|", -1);
        List<Modifier> transformations = new ArrayList<>();
        List<Modifier> positions = new ArrayList<>();
        List<Modifier> types = new ArrayList<>();
        Set<Modifier> flags = EnumSet.noneOf(Modifier.class);
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i];
            Modifier modifier = Modifier.of(name)
                    .orElseThrow(() -> new RuleFault(SigmaProblem.UNKNOWN_MODIFIER, line, name));
            switch (modifier.kind()) {
                case TRANSFORMATION -> transformations.add(modifier);
                case POSITION -> positions.add(modifier);
                case TYPE -> types.add(modifier);
                case OPTION, REGEX_FLAG -> flags.add(modifier);
            }
        }
        FieldName name = new FieldName(written, parts[0].strip(), List.copyOf(transformations),
                positions.stream().findFirst(), types.stream().findFirst(), flags);
        if (positions.size() > 1 || types.size() > 1 || !name.isConsistent()) {
            throw new RuleFault(SigmaProblem.MODIFIER_CONFLICT, line, written);
        }
        return name;
    }

    private boolean isConsistent() {
        boolean textual = type.isEmpty() || type.get() == Modifier.FIELDREF;
        boolean regex = type.isPresent() && type.get() == Modifier.RE;
        return (textual || position.isEmpty() && !has(Modifier.CASED) || regex && position.isEmpty())
                && (type.isEmpty() || transformations.stream().allMatch(step -> step == Modifier.EXPAND))
                && (regex || flags.stream().noneMatch(flag -> flag.kind() == Modifier.Kind.REGEX_FLAG));
    }

    boolean has(Modifier flag) {
        return flags.contains(flag);
    }

    boolean isKeyword() {
        return field.isEmpty();
    }
}
