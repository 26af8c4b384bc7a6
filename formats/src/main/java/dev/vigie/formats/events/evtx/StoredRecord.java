package dev.vigie.formats.events.evtx;

import dev.vigie.formats.windows.FileTime;

/**
 * A record as it lies in the chunk of a log that is being read: borrowed, as the cursor on it is.
 *
 * @param chunk its chunk
 * @param offset where it begins in the chunk
 * @param instance its template and where its values lie
 */
record StoredRecord(Chunk chunk, int offset, TemplateInstance instance) {
    private static final int ID = 8;
    private static final int WRITTEN = 16;

    /** The id in its header. */
    long id() {
        return LittleEndian.i64(chunk.bytes, offset + ID);
    }

    /** When it was written, by its header. */
    FileTime written() {
        return new FileTime(LittleEndian.i64(chunk.bytes, offset + WRITTEN));
    }

    /** Whether all of it came from templates; the text of an untemplated record would be a template of its own. */
    boolean isTemplated() {
        return isTemplated(instance);
    }

    private static boolean isTemplated(TemplateInstance instance) {
        if (instance.template().guid().equals(Template.NO_GUID)) {
            return false;
        }
        for (int slot = 0; slot < instance.count(); slot++) {
            TemplateInstance nested = instance.nested(slot);
            if (nested != null && !isTemplated(nested)) {
                return false;
            }
        }
        return true;
    }
}
