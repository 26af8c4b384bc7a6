package dev.vigie.formats.events.evtx;

import dev.vigie.formats.windows.Guid;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Compiled templates, shared by all chunks of a file and, if wanted, by many files and threads.
 *
 * <p>It is bounded: what does not fit any more is compiled again for each chunk. A Windows installation has some
 * thousand templates; a log rarely more than two hundred.
 */
public final class TemplateCache {
    private static final int BUCKETS = 4096;
    private static final int MAX_WEIGHT = 64 << 20;

    private record Entry(long hash, Template template, @Nullable Entry next) {
    }

    private final AtomicReferenceArray<@Nullable Entry> buckets = new AtomicReferenceArray<>(BUCKETS);
    private final AtomicInteger weight = new AtomicInteger();

    /** An empty cache. */
    public TemplateCache() {
        // All fields have their initial values.
    }

    /** The template of these canonical bytes, compiled unless it is known. */
    Template template(Guid guid, byte[] canonical, int size) {
        long hash = hash(guid, canonical, size);
        int bucket = (int) (hash >>> 32) & BUCKETS - 1;
        Entry head = buckets.get(bucket);
        for (Entry entry = head; entry != null; entry = entry.next) {
            if (entry.hash == hash && entry.template.is(guid, canonical, size)) {
                return entry.template;
            }
        }
        Template template = new Template(guid, Arrays.copyOf(canonical, size));
        if (weight.addAndGet(template.weight()) > MAX_WEIGHT) {
            weight.addAndGet(-template.weight());
        } else if (!buckets.compareAndSet(bucket, head, new Entry(hash, template, head))) {
            // Another thread was faster; the template is used for this chunk and found or added for the next.
            weight.addAndGet(-template.weight());
        }
        return template;
    }

    private static long hash(Guid guid, byte[] bytes, int size) {
        long hash = guid.high() ^ Long.rotateLeft(guid.low(), 32) ^ size;
        int at = 0;
        for (; at <= size - Long.BYTES; at += Long.BYTES) {
            hash = mix(hash ^ LittleEndian.i64(bytes, at));
        }
        for (; at < size; at++) {
            hash = mix(hash ^ bytes[at]);
        }
        return mix(hash);
    }

    private static long mix(long hash) {
        long product = hash * 0x9E37_79B9_7F4A_7C15L;
        return product ^ product >>> 29;
    }
}
