package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.text.Utf8Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the text and the steps of a {@link TextProgram}; text goes to the step before it, where there is one. */
final class TextProgramBuilder {
    private final Utf8Buffer text = new Utf8Buffer(2048);
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Step last;
    private int settled;
    private boolean supported = true;

    /** Where text is appended that is the same in every event. */
    Utf8Buffer text() {
        return text;
    }

    /** A step without text of its own. */
    Step add(int operation, int slot) {
        return add(operation, slot, "", "");
    }

    /** A step with the escaped text around its value. */
    Step add(int operation, int slot, String prefix, String suffix) {
        settle();
        Step step = new Step(operation, slot, text.size());
        text.append(prefix);
        step.suffix = text.size();
        text.append(suffix);
        step.rest = text.size();
        step.end = text.size();
        steps.add(step);
        last = step;
        settled = text.size();
        return step;
    }

    /** A step for each guard of an element, to go past it. */
    Step[] skipsIfNull(int... guards) {
        Step[] skips = new Step[guards.length];
        for (int i = 0; i < guards.length; i++) {
            skips[i] = add(Step.SKIP_IF_NULL, guards[i]);
        }
        return skips;
    }

    /** Makes steps go on with what is added next. */
    void land(Step... skips) {
        for (Step skip : skips) {
            land(skip);
        }
    }

    /** Makes a step go on with what is added next. */
    void land(Step step) {
        settle();
        last = null;
        step.target = steps.size();
    }

    /** Notes that only the tree can print this template. */
    void giveUp() {
        supported = false;
    }

    TextProgram build() {
        settle();
        return supported ? new TextProgram(text.toByteArray(), steps.toArray(Step[]::new)) : TextProgram.UNSUPPORTED;
    }

    private void settle() {
        if (text.size() > settled) {
            if (last == null) {
                last = new Step(Step.LITERAL, Step.NONE, settled);
                steps.add(last);
            }
            last.end = text.size();
            settled = text.size();
        }
    }
}
