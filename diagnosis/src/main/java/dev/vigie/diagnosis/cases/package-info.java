/** A case folder: one run that can be reasoned about again without its sources. */
@NullMarked
package dev.vigie.diagnosis.cases;

import org.jspecify.annotations.NullMarked;
