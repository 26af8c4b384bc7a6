/** Tests of the package of the same name. */
@NullMarked
package dev.vigie.diagnosis.knowledge;

import org.jspecify.annotations.NullMarked;
