/** The command line: every verb, one class a verb. */
@NullMarked
package dev.vigie.cli;

import org.jspecify.annotations.NullMarked;
