package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.query.NumberSet;
import dev.vigie.formats.events.query.SystemConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a query demands of the System fields, as demands on the slots of one template: the cheapest way to see that a
 * record cannot match. It excludes only where values have the types that nearly all have; what it lets pass may still
 * not match. For one thread at a time.
 */
final class TemplateScreen {
    private static final int FILETIME = ValueType.FILETIME.code();
    private static final int STRING = ValueType.STRING.code();
    private final List<Demand> demands = new ArrayList<>();
    private boolean excludesAll;

    TemplateScreen(Template template, SystemConstraints constraints) {
        constraints.numbers().forEach((field, numbers) -> number(template.field(field), field, numbers));
        constraints.texts().forEach((field, texts) -> text(template.field(field), texts));
    }

    /** Whether a record of the template surely does not fulfil the constraints. */
    boolean excludes(DescriptorTable values) {
        if (excludesAll) {
            return true;
        }
        for (Demand demand : demands) {
            if (demand.isUnmet(values)) {
                return true;
            }
        }
        return false;
    }

    private sealed interface Demand {
        /** Whether a value surely is not what it must be. */
        boolean isUnmet(DescriptorTable values);
    }

    private void number(FieldSource source, SystemField field, NumberSet numbers) {
        if (source instanceof FieldSource.InSlot(int slot, int _, boolean _)) {
            demands.add(new OneOfNumbers(slot, field == SystemField.TIME_CREATED, numbers));
        }
    }

    private void text(FieldSource source, Set<String> texts) {
        // An absent field may count as an empty text.
        if (texts.contains("")) {
            return;
        }
        switch (source) {
            case FieldSource.InSlot(int slot, int _, boolean _) -> demands.add(new OneOfTexts(slot, texts));
            case FieldSource.Constant(Value.Text(ValueType _, String text), int _) ->
                excludesAll |= !texts.contains(text);
            case FieldSource.Constant _,FieldSource.Absent _,FieldSource.InTree _ -> {
                // The filter itself decides.
            }
        }
    }

    /** A whole number, or a time, among some ranges. */
    private static final class OneOfNumbers implements Demand {
        private final int slot;
        private final boolean isTime;
        private final long[] firsts;
        private final long[] lasts;

        OneOfNumbers(int slot, boolean isTime, NumberSet numbers) {
            this.slot = slot;
            this.isTime = isTime;
            firsts = numbers.ranges().stream().mapToLong(NumberSet.Range::first).toArray();
            lasts = numbers.ranges().stream().mapToLong(NumberSet.Range::last).toArray();
        }

        @Override
        public boolean isUnmet(DescriptorTable values) {
            int code = values.type(slot);
            if (isTime ? code != FILETIME : !isNumber(code)) {
                return false;
            }
            long number = values.number(slot);
            for (int i = 0; i < firsts.length; i++) {
                if (Long.compareUnsigned(firsts[i], number) <= 0 && Long.compareUnsigned(number, lasts[i]) <= 0) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isNumber(int code) {
            ValueType type = ValueType.ofCode(code);
            return type != null && type.code() == code && type.isInteger() && !type.isSigned();
        }
    }

    /** One of some texts. */
    private static final class OneOfTexts implements Demand {
        private final int slot;
        private final String[] texts;
        private final Utf16View view = new Utf16View();

        OneOfTexts(int slot, Set<String> texts) {
            this.slot = slot;
            this.texts = texts.toArray(String[]::new);
        }

        @Override
        public boolean isUnmet(DescriptorTable values) {
            if (values.type(slot) != STRING) {
                return false;
            }
            Utf16View text = values.text(slot, view);
            for (String wanted : texts) {
                if (text.isEqualTo(wanted)) {
                    return false;
                }
            }
            return true;
        }
    }
}
