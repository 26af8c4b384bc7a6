/** Windows machines described in a file, written out as the logs they would have. Knows nothing of causes. */
@NullMarked
package dev.vigie.lab;

import org.jspecify.annotations.NullMarked;
