package dev.vigie.diagnosis.sigma;

import dev.vigie.diagnosis.sigma.MatchProgram.CompiledRule;
import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.SystemField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One event in front of a program: the values of its fields, what was found in them, what was tested. For one thread. */
final class MatchState {
    private static final byte TRUE = 1;
    private static final byte FALSE = 2;
    private static final byte UNDECIDED = 3;
    private final MatchProgram program;
    private final List<List<String>> values = new ArrayList<>();
    /** For each slot, its parts as far as the event has them; empty otherwise. */
    private final String[][] parts;
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
            parts[slot] = new String[program.slots().get(slot).origin().names().size()];
            Arrays.fill(parts[slot], "");
        }
        found = new boolean[program.rulesOfLiteral().size()];
        touched = new int[program.rulesOfLiteral().size()];
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
    String name(int slot) {
        return slot == MatchProgram.KEYWORDS ? "" : String.join("\\", program.slots().get(slot).origin().names());
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

    /** The values that pass a test; none when that takes too long to say. */
    List<String> matching(Node.Tested test) {
        try {
            return test.tester().matching(this, test.slot());
        } catch (GuardedText.LimitException _) {
            return List.of();
        }
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
        String name = datum.name().isEmpty() ? "Data" : FieldOrigin.key(datum.name());
        int[] slots = program.slotsOfName().get(name);
        if (slots == null && !program.readsAll()) {
            return;
        }
        String text = datum.value().text();
        if (program.readsAll()) {
            values.get(MatchProgram.KEYWORDS).add(text);
        }
        if (slots != null) {
            for (int slot : slots) {
                add(slot, name, text);
            }
        }
    }

    private void add(int slot, String name, String text) {
        FieldOrigin origin = program.slots().get(slot).origin();
        if (origin.isPlain()) {
            values.get(slot).add(text);
        } else {
            String[] ofSlot = parts[slot];
            ofSlot[origin.names().indexOf(name)] = text;
        }
    }

    /** Puts the value of a slot together from its parts. */
    private void join(int slot) {
        FieldOrigin origin = program.slots().get(slot).origin();
        if (origin.isPlain()) {
            return;
        }
        List<String> present = Arrays.stream(parts[slot]).filter(part -> !part.isEmpty()).toList();
        Arrays.fill(parts[slot], "");
        if (!present.isEmpty()) {
            String written = origin.written(String.join("\\", present));
            values.get(slot).add(written);
            Optional.ofNullable(origin.values().get(written)).ifPresent(values.get(slot)::add);
        }
    }

    private void fillSystem(Event event) {
        for (int slot = 1; slot < values.size(); slot++) {
            FieldOrigin origin = program.slots().get(slot).origin();
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
        LiteralIndex index = program.slots().get(slot).literals();
        if (index.size() == 0) {
            return;
        }
        if (folded.length < value.length()) {
            folded = new char[Math.max(value.length(), 2 * folded.length)];
        }
        Folding.fold(value, folded);
        index.find(folded, value.length(), this::markFound);
    }

    private void markFound(int number) {
        if (!found[number]) {
            found[number] = true;
            touched[touchedCount++] = number;
            for (int rule : program.rulesOfLiteral().get(number)) {
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
