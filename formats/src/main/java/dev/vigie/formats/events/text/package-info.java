/** Events as text: Windows event XML in and out, lossless JSON Lines out. */
@NullMarked
package dev.vigie.formats.events.text;

import org.jspecify.annotations.NullMarked;
