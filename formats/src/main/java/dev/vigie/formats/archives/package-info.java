/** Archives that logs travel in: zip, gzip and tar, read as hostile input, nothing ever written by the names in them. */
@NullMarked
package dev.vigie.formats.archives;

import org.jspecify.annotations.NullMarked;
