/** The text of events: what Windows would print for one, from its publisher's own message files. */
@NullMarked
package dev.vigie.formats.events.messages;

import org.jspecify.annotations.NullMarked;
