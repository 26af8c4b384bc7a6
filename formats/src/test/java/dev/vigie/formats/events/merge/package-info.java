@NullMarked
package dev.vigie.formats.events.merge;

import org.jspecify.annotations.NullMarked;
