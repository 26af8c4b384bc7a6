/** Tests of the package of the same name. */
@NullMarked
package dev.vigie.diagnosis.cases;

import org.jspecify.annotations.NullMarked;
