/** Base types of Windows: FILETIME, GUID, SID, security descriptors, status codes (MS-DTYP, MS-ERREF). */
@NullMarked
package dev.vigie.formats.windows;

import org.jspecify.annotations.NullMarked;
