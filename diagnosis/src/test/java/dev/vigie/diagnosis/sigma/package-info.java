/** Tests of the package of the same name. */
@NullMarked
package dev.vigie.diagnosis.sigma;

import org.jspecify.annotations.NullMarked;
