package dev.vigie.formats.events.evtx;

import java.util.Arrays;

/**
 * Rewrites binary XML into a form that no longer depends on its chunk, so that the same template is recognised in
 * every chunk and file.
 *
 * <p>In the file a name is an offset, and its characters stand inline only where the chunk has it for the first time;
 * the bytes of one template therefore differ from chunk to chunk. Here names are written out, lengths (which follow
 * from the rest) are dropped, and all kinds of literal text (values, CDATA sections, character and entity references)
 * become one kind. Processing instructions are dropped; the event model has none.
 *
 * <p>Reusable; the result is valid until the next call.
 */
final class CanonicalBinXml {
    /** Followed by the dependency (16 bits) and the name. */
    static final int ELEMENT = 0x01;
    /** Ends the attributes of an element. */
    static final int CONTENT = 0x02;
    /** Ends an element. */
    static final int END = 0x04;
    /** Followed by a length in bytes (32 bits) and that much UTF-16LE. */
    static final int TEXT = 0x05;
    /** Followed by a name; the value's parts come next. */
    static final int ATTRIBUTE = 0x06;
    /** Followed by the number of the value (16 bits) and the type (8 bits). */
    static final int SUBSTITUTION = 0x0D;
    /** As {@link #SUBSTITUTION}. */
    static final int OPTIONAL_SUBSTITUTION = 0x0E;
    /** The dependency of an element that always exists. */
    static final int NO_DEPENDENCY = 0xFFFF;

    private static final int MORE = 0x40;
    private static final int CLOSE_START = 0x02;
    private static final int CLOSE_EMPTY = 0x03;
    private static final int CDATA = 0x07;
    private static final int CHAR_REF = 0x08;
    private static final int ENTITY_REF = 0x09;
    private static final int PI_TARGET = 0x0A;
    private static final int PI_DATA = 0x0B;
    private static final int FRAGMENT_HEADER = 0x0F;
    private static final int FRAGMENT_HEADER_SIZE = 4;
    private static final int STRING_TYPE = 0x01;
    private static final int NAME_HEADER_SIZE = 8;
    private static final int NAME_HASH = 4;
    private static final int NAME_HASH_FACTOR = 65_599;
    private static final int CLOSED = -1;

    private final boolean checkNames;
    private byte[] chunk = new byte[0];
    private int chunkEnd;
    private int position;
    private int end;
    private boolean definition;
    private byte[] out = new byte[8192];
    private int size;
    private int openText = CLOSED;

    /** A rewriter that takes names as they are, or only those with a right hash. */
    CanonicalBinXml(boolean checkNames) {
        this.checkNames = checkNames;
    }

    /**
     * Rewrites the element of a fragment.
     *
     * @param from where the fragment starts, its header included
     * @param to where it ends at the latest
     * @param inDefinition whether it is the body of a template definition, the only place with dependency ids
     */
    void rewrite(Chunk source, int from, int to, boolean inDefinition) throws MalformedBinXml {
        size = 0;
        openText = CLOSED;
        definition = inDefinition;
        position = skipProlog(source, from, to);
        int token = peek();
        if ((token & ~MORE) != ELEMENT) {
            throw badToken(token);
        }
        element(1);
    }

    /** Where the first element or template instance of a fragment starts: behind headers and processing instructions. */
    int skipProlog(Chunk source, int from, int to) throws MalformedBinXml {
        chunk = source.bytes;
        chunkEnd = source.length();
        position = from;
        end = to;
        while (true) {
            switch (peek()) {
                case FRAGMENT_HEADER -> skip(FRAGMENT_HEADER_SIZE);
                case PI_TARGET -> {
                    position++;
                    processingInstruction();
                }
                default -> {
                    return position;
                }
            }
        }
    }

    /** The rewritten bytes, valid up to {@link #size()}. */
    byte[] bytes() {
        return out;
    }

    int size() {
        return size;
    }

    /** How much was read and written; what the limits count. */
    int work(int from) {
        return position - from + size;
    }

    private void element(int depth) throws MalformedBinXml {
        if (depth > Limits.DEPTH) {
            throw new MalformedBinXml(EvtxProblem.TOO_COMPLEX, position);
        }
        boolean hasAttributes = (next() & MORE) != 0;
        int dependency = definition ? nextShort() : NO_DEPENDENCY;
        skip(Integer.BYTES);
        put(ELEMENT);
        putShort(dependency);
        name();
        if (hasAttributes) {
            skip(Integer.BYTES);
            attributes();
        }
        put(CONTENT);
        int token = next();
        if (token == CLOSE_START) {
            content(depth);
        } else if (token != CLOSE_EMPTY) {
            position--;
            throw badToken(token);
        }
        put(END);
    }

    private void attributes() throws MalformedBinXml {
        while ((peek() & ~MORE) == ATTRIBUTE) {
            position++;
            put(ATTRIBUTE);
            name();
            int token = peek();
            while (token != CLOSE_START && token != CLOSE_EMPTY && (token & ~MORE) != ATTRIBUTE) {
                characters();
                token = peek();
            }
        }
    }

    private void content(int depth) throws MalformedBinXml {
        while (true) {
            int token = peek();
            if (token == END) {
                position++;
                return;
            }
            if ((token & ~MORE) == ELEMENT) {
                element(depth + 1);
            } else {
                characters();
            }
        }
    }

    private void characters() throws MalformedBinXml {
        int token = next();
        switch (token) {
            case TEXT, TEXT | MORE -> {
                int type = next();
                if (type != STRING_TYPE) {
                    position--;
                    throw badToken(type);
                }
                countedText();
            }
            case CDATA, CDATA | MORE -> countedText();
            case CHAR_REF, CHAR_REF | MORE -> {
                require(Short.BYTES);
                text(position, Short.BYTES);
                position += Short.BYTES;
            }
            case ENTITY_REF, ENTITY_REF | MORE -> entity();
            case SUBSTITUTION, OPTIONAL_SUBSTITUTION -> {
                require(3);
                put(token);
                putShort(nextShort());
                out[size++] = (byte) next();
            }
            case PI_TARGET -> processingInstruction();
            default -> {
                position--;
                throw badToken(token);
            }
        }
    }

    private void countedText() throws MalformedBinXml {
        int bytes = 2 * nextShort();
        require(bytes);
        text(position, bytes);
        position += bytes;
    }

    private void text(int from, int bytes) throws MalformedBinXml {
        int length = withoutTrailingNuls(from, bytes);
        openText();
        reserve(length);
        System.arraycopy(chunk, from, out, size, length);
        size += length;
        closeTextLength();
    }

    /** Counted strings may include a final NUL (MS-EVEN6 2.2.12, NumUnicodeChars). */
    private int withoutTrailingNuls(int from, int bytes) {
        int length = bytes;
        while (length > 0 && LittleEndian.u16(chunk, from + length - 2) == 0) {
            length -= 2;
        }
        return length;
    }

    private void entity() throws MalformedBinXml {
        int at = nameStart();
        String name = nameAt(at);
        openText();
        String replacement = switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
        reserve(2 * replacement.length());
        for (int i = 0; i < replacement.length(); i++) {
            putRaw(replacement.charAt(i));
        }
        closeTextLength();
    }

    private void processingInstruction() throws MalformedBinXml {
        nameStart();
        int token = next();
        if (token != PI_DATA) {
            position--;
            throw badToken(token);
        }
        skip(2 * nextShort());
    }

    private void name() throws MalformedBinXml {
        int at = nameStart();
        int bytes = 2 * LittleEndian.u16(chunk, at + 6);
        putShort(bytes / 2);
        reserve(bytes);
        System.arraycopy(chunk, at + NAME_HEADER_SIZE, out, size, bytes);
        size += bytes;
    }

    private String nameAt(int at) {
        return LittleEndian.utf16(chunk, at + NAME_HEADER_SIZE, 2 * LittleEndian.u16(chunk, at + 6));
    }

    /** Reads a reference to a name and, where the name stands inline, passes over it; returns where the name is. */
    private int nameStart() throws MalformedBinXml {
        int reference = position;
        require(Integer.BYTES);
        int at = LittleEndian.i32(chunk, position);
        position += Integer.BYTES;
        boolean inline = at == position;
        int limit = inline ? end : chunkEnd;
        if (at < Chunk.HEADER_SIZE || at > limit - NAME_HEADER_SIZE) {
            throw new MalformedBinXml(EvtxProblem.BAD_NAME, reference, at);
        }
        int bytes = 2 * LittleEndian.u16(chunk, at + 6);
        if (bytes == 0 || bytes > limit - NAME_HEADER_SIZE - at || checkNames && !hasRightHash(at, bytes)) {
            throw new MalformedBinXml(EvtxProblem.BAD_NAME, reference, at);
        }
        if (inline) {
            skip(NAME_HEADER_SIZE + bytes + Short.BYTES);
        }
        return at;
    }

    /** libyal, EVTX, "Name": the low 16 bits of a hash with the factor 65599. */
    private boolean hasRightHash(int at, int bytes) {
        int hash = 0;
        for (int i = at + NAME_HEADER_SIZE; i < at + NAME_HEADER_SIZE + bytes; i += Character.BYTES) {
            hash = hash * NAME_HASH_FACTOR + LittleEndian.u16(chunk, i);
        }
        return (hash & 0xFFFF) == LittleEndian.u16(chunk, at + NAME_HASH);
    }

    private MalformedBinXml badToken(int token) {
        return new MalformedBinXml(EvtxProblem.BAD_TOKEN, position, "0x" + Integer.toHexString(token));
    }

    private void require(int bytes) throws MalformedBinXml {
        if (bytes > end - position) {
            throw new MalformedBinXml(EvtxProblem.UNEXPECTED_END, position);
        }
    }

    private int peek() throws MalformedBinXml {
        require(1);
        return LittleEndian.u8(chunk, position);
    }

    private int next() throws MalformedBinXml {
        require(1);
        return LittleEndian.u8(chunk, position++);
    }

    private int nextShort() throws MalformedBinXml {
        require(Short.BYTES);
        int value = LittleEndian.u16(chunk, position);
        position += Short.BYTES;
        return value;
    }

    private void skip(int bytes) throws MalformedBinXml {
        require(bytes);
        position += bytes;
    }

    private void put(int token) throws MalformedBinXml {
        openText = CLOSED;
        reserve(1);
        out[size++] = (byte) token;
    }

    private void putShort(int value) throws MalformedBinXml {
        reserve(Short.BYTES);
        putRaw(value);
    }

    private void putRaw(int value) {
        out[size++] = (byte) value;
        out[size++] = (byte) (value >>> 8);
    }

    private void openText() throws MalformedBinXml {
        if (openText == CLOSED) {
            put(TEXT);
            reserve(Integer.BYTES);
            openText = size;
            size += Integer.BYTES;
        }
    }

    private void closeTextLength() {
        LittleEndian.putI32(out, openText, size - openText - Integer.BYTES);
    }

    private void reserve(int bytes) throws MalformedBinXml {
        if (bytes > Limits.TEMPLATE - size) {
            throw new MalformedBinXml(EvtxProblem.TOO_COMPLEX, position);
        }
        if (bytes > out.length - size) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, size + bytes));
        }
    }
}
