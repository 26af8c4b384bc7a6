/** The report of a diagnosis as values: codes and arguments in a fixed order, and its JSON form. */
@NullMarked
package dev.vigie.diagnosis.report;

import org.jspecify.annotations.NullMarked;
