/** Windows event log files (.evtx, formats 3.1 and 3.2): reader and writer (MS-EVEN6 2.2.12, libyal EVTX). */
@NullMarked
package dev.vigie.formats.events.evtx;

import org.jspecify.annotations.NullMarked;
