/** Tests of the package of the same name. */
@NullMarked
package dev.vigie.diagnosis.report;

import org.jspecify.annotations.NullMarked;
