/** The knowledge model: topics, causes, signals, fixes and texts; how they are checked, compiled and loaded. */
@NullMarked
package dev.vigie.diagnosis.knowledge;

import org.jspecify.annotations.NullMarked;
