/** What every format shares: problems found in input, and where they were found. */
@NullMarked
package dev.vigie.formats;

import org.jspecify.annotations.NullMarked;
