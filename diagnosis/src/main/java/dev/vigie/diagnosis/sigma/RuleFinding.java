package dev.vigie.diagnosis.sigma;

import java.util.List;

/**
 * One reason why a rule is not used.
 *
 * @param code what kind of reason
 * @param line the line of the file, from 1
 * @param arguments what the sentence of the code needs, in the code's order
 */
public record RuleFinding(SigmaProblem code, int line, List<Object> arguments) {
    /** Copies the arguments. */
    public RuleFinding {
        arguments = List.copyOf(arguments);
    }
}
