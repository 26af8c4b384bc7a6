@NullMarked
package dev.vigie.formats.archives;

import org.jspecify.annotations.NullMarked;
