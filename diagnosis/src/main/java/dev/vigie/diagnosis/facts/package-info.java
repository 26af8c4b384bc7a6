/** What is known of a machine: typed facts with their provenance, and the gatherer that reads them from event logs. */
@NullMarked
package dev.vigie.diagnosis.facts;

import org.jspecify.annotations.NullMarked;
