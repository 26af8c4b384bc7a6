/** What people read: texts in their language, and a report as text, HTML and JUnit XML. */
@NullMarked
package dev.vigie.rendering;

import org.jspecify.annotations.NullMarked;
