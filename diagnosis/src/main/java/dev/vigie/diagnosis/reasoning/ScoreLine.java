package dev.vigie.diagnosis.reasoning;

import java.util.Optional;

/**
 * One signal's part in a score.
 *
 * @param signal the signal
 * @param proven true when the signal is true, false when it is proven false
 * @param points what it adds; negative when it subtracts
 * @param group the group it is in, if any
 * @param counted false when a stronger signal of its group counts instead
 */
public record ScoreLine(String signal, boolean proven, double points, Optional<String> group, boolean counted) {
}
