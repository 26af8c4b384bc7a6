/** A diagnosis from sources to report: what is asked, and the one entry point. */
@NullMarked
package dev.vigie.diagnosis;

import org.jspecify.annotations.NullMarked;
