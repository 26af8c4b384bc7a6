package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.MatchProgram.CompiledRule;
import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.SystemField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event in front of a program: the values of its fields, what was found in them, what was tested. For one thread. */
final class MatchState {
    private static final byte TRUE = 1;
    private static final byte FALSE = 2;
    private static final byte UNDECIDED = 3;
    private final MatchProgram program;
    private final List<List<String>> values = new ArrayList<>();
    private final @Nullable String[][] parts;
    private final boolean[] found;
    private final byte[] tested;
    private final int[] touched;
    private int touchedCount;
    private final boolean[] isCandidate;
    private final int[] candidates;
    private int candidateCount;
    private char[] folded = new char[1024];
    private boolean assumption;
    private boolean assumed;

    MatchState(MatchProgram program) {
        this.program = program;
        int slots = program.slots().size();
        parts = new String[slots][];
        for (int slot = 0; slot < slots; slot++) {
            values.add(new ArrayList<>());
            parts[slot] = new String[program.slots().get(slot).names().size()];
        }
        found = new boolean[program.literalCount()];
        touched = new int[program.literalCount()];
        tested = new byte[program.testCount()];
        isCandidate = new boolean[program.rules().size()];
        candidates = new int[program.rules().size()];
    }

    /** What became of a rule. */
    enum Outcome {
        HIT, NO_HIT, UNDECIDED
    }

    /** Takes an event; returns how many rules are possible for it. */
    int load(Event event) {
        clear();
        List<Datum> data = event.data();
        for (Datum datum : data) {
            add(datum);
        }
        fillSystem(event);
        for (int slot = 0; slot < values.size(); slot++) {
            join(slot);
            for (String value : values.get(slot)) {
                find(slot, value);
            }
        }
        for (int rule : program.always()) {
            addCandidate(rule);
        }
        Arrays.sort(candidates, 0, candidateCount);
        return candidateCount;
    }

    /** A rule that is possible, in the order of the program. */
    CompiledRule candidate(int index) {
        return program.rules().get(candidates[index]);
    }

    /** Decides a rule. One whose answer hangs on a test that could not be finished is undecided. */
    Outcome decide(CompiledRule rule) {
        assumed = false;
        assumption = false;
        boolean holds = rule.node().holds(this);
        if (assumed) {
            assumption = true;
            if (rule.node().holds(this) != holds) {
                return Outcome.UNDECIDED;
            }
        }
        return holds ? Outcome.HIT : Outcome.NO_HIT;
    }

    List<String> values(int slot) {
        return values.get(slot);
    }

    /** What the event calls the field of a slot. */
    String name(int slot, String value) {
        return slot == MatchProgram.KEYWORDS ? "" : String.join("\\", program.slots().get(slot).names());
    }

    boolean isFound(int number) {
        return found[number];
    }

    boolean test(Node.Tested test) {
        if (tested[test.number()] == 0) {
            tested[test.number()] = run(test);
        }
        if (tested[test.number()] == UNDECIDED) {
            assumed = true;
            return assumption;
        }
        return tested[test.number()] == TRUE;
    }

    private byte run(Node.Tested test) {
        try {
            return test.tester().passes(this, test.slot()) ? TRUE : FALSE;
        } catch (GuardedText.LimitException _) {
            return UNDECIDED;
        }
    }

    private void clear() {
        for (int i = 0; i < touchedCount; i++) {
            found[touched[i]] = false;
        }
        for (int i = 0; i < candidateCount; i++) {
            isCandidate[candidates[i]] = false;
        }
        touchedCount = 0;
        candidateCount = 0;
        Arrays.fill(tested, (byte) 0);
        values.forEach(List::clear);
    }

    private void add(Datum datum) {
        int[] slots = program.slotsOfName().get(datum.name().isEmpty() ? "Data" : datum.name());
        if (slots == null && !program.readsAll()) {
            return;
        }
        String text = datum.value().text();
        if (program.readsAll()) {
            values.get(MatchProgram.KEYWORDS).add(text);
        }
        if (slots != null) {
            for (int slot : slots) {
                add(slot, datum.name(), text);
            }
        }
    }

    private void add(int slot, String name, String text) {
        FieldOrigin origin = program.slots().get(slot);
        if (origin.isPlain()) {
            values.get(slot).add(text);
        } else {
            String[] ofSlot = parts[slot];
            ofSlot[origin.names().indexOf(name)] = text;
        }
    }

    /** Puts the value of a slot together from its parts. */
    private void join(int slot) {
        FieldOrigin origin = program.slots().get(slot);
        if (origin.isPlain()) {
            return;
        }
        List<String> present = Arrays.stream(parts[slot]).filter(part -> part != null && !part.isEmpty()).toList();
        Arrays.fill(parts[slot], null);
        if (!present.isEmpty()) {
            String written = origin.written(String.join("\\", present));
            values.get(slot).add(written);
            Optional.ofNullable(origin.values().get(written)).ifPresent(values.get(slot)::add);
        }
    }

    private void fillSystem(Event event) {
        for (int slot = 1; slot < values.size(); slot++) {
            FieldOrigin origin = program.slots().get(slot);
            if (origin.isPlain()) {
                fillSystem(event, origin.names().getFirst(), values.get(slot));
            }
        }
    }

    private static void fillSystem(Event event, String name, List<String> into) {
        SystemField field = SystemNames.of(name);
        if (field != null) {
            into.clear();
        } else if (into.isEmpty()) {
            field = SystemNames.fallback(name);
        }
        String text = field == null ? null : event.text(field);
        if (text != null) {
            into.add(text);
        }
    }

    private void find(int slot, String value) {
        LiteralIndex index = program.indexes()[slot];
        if (index.size() == 0) {
            return;
        }
        if (folded.length < value.length()) {
            folded = new char[Math.max(value.length(), 2 * folded.length)];
        }
        Folding.fold(value, folded);
        int[] numbers = program.numbers()[slot];
        index.find(folded, value.length(), local -> markFound(numbers[local]));
    }

    private void markFound(int number) {
        if (!found[number]) {
            found[number] = true;
            touched[touchedCount++] = number;
            for (int rule : program.rulesOfLiteral()[number]) {
                addCandidate(rule);
            }
        }
    }

    private void addCandidate(int rule) {
        if (!isCandidate[rule]) {
            isCandidate[rule] = true;
            candidates[candidateCount++] = rule;
        }
    }
}
