package dev.vigie.diagnosis.sigma;

import java.util.List;

/** What makes a whole file, document or expression unreadable. */
final class RuleFault extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient RuleFinding finding;

    RuleFault(SigmaProblem code, int line, Object... arguments) {
        super(code.key(), null, false, false);
        this.finding = new RuleFinding(code, line, List.of(arguments));
    }

    RuleFinding finding() {
        return finding;
    }
}
