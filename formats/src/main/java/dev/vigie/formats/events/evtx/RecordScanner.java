package dev.vigie.formats.events.evtx;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.util.function.Consumer;

/**
 * Finds the records of a chunk, past damaged ones.
 *
 * <p>A record is whole when its magic is right and the size at its start equals the one at its end. Where that fails
 * between the first record and the end the chunk's header states, the record is read by whatever still agrees, or
 * given up for the next whole one. Behind the stated end, which is old in logs that were not closed, records are taken
 * only as long as their ids go on by one: what lies there otherwise is left from earlier use of the chunk.
 */
final class RecordScanner {
    static final int HEADER_SIZE = 24;
    private static final int MAGIC = 0x0000_2A2A;
    private static final int SIZE = 4;
    private static final int ID = 8;
    private static final int MIN_SIZE = HEADER_SIZE + Integer.BYTES;
    private static final int NOT_FOUND = -1;

    private final String source;
    private final Chunk chunk;
    private final Consumer<Problem> problems;
    private int next;
    private int statedEnd;
    private boolean endIsKnown;
    private boolean hasLastId;
    private long lastId;
    private int offset;
    private int size;

    RecordScanner(String source, Chunk chunk, Consumer<Problem> problems) {
        this.source = source;
        this.chunk = chunk;
        this.problems = problems;
    }

    /**
     * Starts at the first record.
     *
     * @param headerIsTrusted whether the chunk's header can be believed
     */
    void begin(boolean headerIsTrusted) {
        next = Chunk.HEADER_SIZE;
        endIsKnown = headerIsTrusted && chunk.hasPlausibleFreeSpace();
        statedEnd = Math.min(chunk.length(), chunk.hasPlausibleFreeSpace() ? chunk.freeSpaceOffset() : Chunk.SIZE);
        hasLastId = false;
    }

    /** Moves to the next record; false at the end. */
    boolean advance() {
        while (true) {
            int at = next;
            if (isWhole(at)) {
                return at < statedEnd && endIsKnown || continues(at) ? found(at, size(at)) : end();
            }
            if (at >= statedEnd) {
                return end();
            }
            if (chunk.isBlank(at, statedEnd)) {
                checkLastId(at);
                return end();
            }
            int whole = findWhole(at + 1);
            int boundary = whole == NOT_FOUND ? statedEnd : whole;
            if (repair(at, boundary)) {
                return true;
            }
            report(EvtxProblem.LOST_RECORD, at, boundary - at);
            next = boundary;
        }
    }

    /** Where the record starts in the chunk. */
    int offset() {
        return offset;
    }

    /** Where its binary XML starts. */
    int bodyStart() {
        return offset + HEADER_SIZE;
    }

    /** Where its binary XML ends at the latest. */
    int bodyEnd() {
        return offset + size - Integer.BYTES;
    }

    /** The id its header states. */
    long id() {
        return id(offset);
    }

    Place place() {
        return place(offset);
    }

    /** Reads a record that is not whole by what still agrees; the next whole one, or the end, is the boundary. */
    private boolean repair(int at, int boundary) {
        if (at > chunk.length() - HEADER_SIZE) {
            return false;
        }
        int stated = size(at);
        int distance = boundary - at;
        if (isPlausibleSize(at, stated) && isBoundary(at + stated, id(at))) {
            int copy = copyBefore(at + stated);
            if (hasMagic(at)) {
                report(EvtxProblem.BAD_RECORD_SIZE_COPY, at, (long) copy, stated);
                return found(at, stated);
            }
            if (copy == stated) {
                report(EvtxProblem.BAD_RECORD_MAGIC, at);
                return found(at, stated);
            }
        }
        if (!hasMagic(at)) {
            return false;
        }
        if (isCut(at)) {
            report(EvtxProblem.TRUNCATED_RECORD, at, (long) stated, chunk.length() - at);
            return end();
        }
        if (distance >= MIN_SIZE && copyBefore(boundary) == distance) {
            report(EvtxProblem.BAD_RECORD_SIZE, at, (long) stated, distance);
            return found(at, distance);
        }
        return distance >= MIN_SIZE && foundTorn(at, distance);
    }

    /** Takes a record whose end is not its own, such as one of which only the first sectors reached the disk. */
    private boolean foundTorn(int at, int distance) {
        int stated = size(at);
        int used = stated >= MIN_SIZE && stated <= distance ? stated : distance;
        report(EvtxProblem.TORN_RECORD, at, (long) stated, used);
        return found(at, used);
    }

    /** Blank space where records should be is worth a word only if the header counts records there. */
    private void checkLastId(int at) {
        if (endIsKnown && (!hasLastId || lastId != chunk.lastRecordId())) {
            report(EvtxProblem.LOST_RECORD, at, statedEnd - at);
        }
    }

    private int copyBefore(int end) {
        return LittleEndian.i32(chunk.bytes, end - Integer.BYTES);
    }

    private boolean found(int at, int recordSize) {
        offset = at;
        size = recordSize;
        next = at + recordSize;
        lastId = id(at);
        hasLastId = true;
        return true;
    }

    private boolean end() {
        next = chunk.length();
        statedEnd = 0;
        return false;
    }

    private boolean continues(int at) {
        return !hasLastId || id(at) == lastId + 1 || at < statedEnd && Long.compareUnsigned(id(at), lastId) > 0;
    }

    private boolean isWhole(int at) {
        return at <= chunk.length() - MIN_SIZE && hasMagic(at) && isPlausibleSize(at, size(at))
                && copyBefore(at + size(at)) == size(at);
    }

    private boolean isPlausibleSize(int at, int recordSize) {
        return recordSize >= MIN_SIZE && recordSize <= chunk.length() - at;
    }

    /** Whether the record of an id can end here: before the next, even a damaged one, or at the end of all. */
    private boolean isBoundary(int at, long id) {
        return at == statedEnd || isWhole(at)
                || at <= chunk.length() - HEADER_SIZE && hasMagic(at) && id(at) == id + 1;
    }

    /** Whether the record goes on behind the end of the file. */
    private boolean isCut(int at) {
        return !chunk.isWhole() && at <= chunk.length() - HEADER_SIZE && hasMagic(at) && size(at) > chunk.length() - at
                && size(at) <= Chunk.SIZE - at;
    }

    private int findWhole(int from) {
        for (int at = from; at <= statedEnd - MIN_SIZE; at++) {
            if (isWhole(at)) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private boolean hasMagic(int at) {
        return LittleEndian.i32(chunk.bytes, at) == MAGIC;
    }

    private int size(int at) {
        return LittleEndian.i32(chunk.bytes, at + SIZE);
    }

    private long id(int at) {
        return LittleEndian.i64(chunk.bytes, at + ID);
    }

    private Place place(int at) {
        long record = at <= chunk.length() - HEADER_SIZE && hasMagic(at) ? id(at) : Place.NO_RECORD;
        return new Place(source, chunk.offset() + at, record);
    }

    private void report(EvtxProblem code, int at, Object... arguments) {
        problems.accept(Problem.of(code, place(at), arguments));
    }
}
