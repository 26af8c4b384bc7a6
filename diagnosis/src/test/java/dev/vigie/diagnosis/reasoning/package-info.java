/** Tests of the package of the same name. */
@NullMarked
package dev.vigie.diagnosis.reasoning;

import org.jspecify.annotations.NullMarked;
