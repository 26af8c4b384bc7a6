/** The Windows registry in files: hives with their transaction logs, and .reg text. */
@NullMarked
package dev.vigie.formats.registry;

import org.jspecify.annotations.NullMarked;
