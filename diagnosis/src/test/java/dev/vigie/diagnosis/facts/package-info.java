/** Tests of the package of the same name. */
@NullMarked
package dev.vigie.diagnosis.facts;

import org.jspecify.annotations.NullMarked;
