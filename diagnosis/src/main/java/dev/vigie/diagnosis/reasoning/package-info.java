/** Three-valued evaluation of signals, the ranking of causes, and the next question. */
@NullMarked
package dev.vigie.diagnosis.reasoning;

import org.jspecify.annotations.NullMarked;
