/** Many sources as one, in the order of time, without duplicates. */
@NullMarked
package dev.vigie.formats.events.merge;

import org.jspecify.annotations.NullMarked;
