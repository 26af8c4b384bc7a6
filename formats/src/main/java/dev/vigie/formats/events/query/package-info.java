/** The event query language: XPath subset and QueryList (MS-EVEN6 2.2.15, 2.2.16), with a linter. */
@NullMarked
package dev.vigie.formats.events.query;

import org.jspecify.annotations.NullMarked;
