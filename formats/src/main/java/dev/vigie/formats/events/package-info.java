/** The event model: an event as an immutable tree of typed values, and the borrowed cursor for hot paths. */
@NullMarked
package dev.vigie.formats.events;

import org.jspecify.annotations.NullMarked;
