/** Tests of the diagnosis as a whole, and the worked example they share. */
@NullMarked
package dev.vigie.diagnosis;

import org.jspecify.annotations.NullMarked;
