/**
 * Sigma rules over events: read, compiled into one matcher, and our own signals written as such rules.
 *
 * <p>The Sigma specification, version 2.1, says what a rule means; where it leaves something open, docs/sigma.md says
 * what is done. Whatever a rule needs that is not here is reported with its line, and that rule is not used.
 */
@NullMarked
package dev.vigie.diagnosis.sigma;

import org.jspecify.annotations.NullMarked;
