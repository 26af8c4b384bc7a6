package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.ManifestProvider.Leaf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads from the binary XML of a manifest's template which element holds which value. The tokens are those of event
 * logs (MS-EVEN6 2.2.12) but names stand where they are used.
 */
final class TemplateLayout {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_LEAVES = 1 << 12;
    private static final int MORE = 0x40;

    private final ByteReader in;
    private final long end;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private long at;

    private TemplateLayout(ByteReader in, long start, long end) {
        this.in = in;
        this.at = start;
        this.end = end;
    }

    /** An element that was opened and what is known of it. */
    private static final class Open {
        private String name;
        private int item = ManifestProvider.NONE;
        private boolean hasElements;

        Open(String name) {
            this.name = name;
        }
    }

    static List<Leaf> read(ByteReader in, long start, long end) throws Malformed {
        TemplateLayout layout = new TemplateLayout(in, start, end);
        boolean more = true;
        while (more && layout.at < end) {
            more = layout.token();
        }
        return layout.leaves;
    }

    private boolean token() throws Malformed {
        int token = in.u8(at);
        at++;
        switch (token & ~MORE) {
            case 0x00 -> {
                return false;
            }
            case 0x01 -> openElement((token & MORE) != 0);
            case 0x02 -> { // the attributes are done
            }
            case 0x03, 0x04 -> close();
            case 0x05 -> value();
            case 0x0D, 0x0E -> substitution();
            case 0x0F -> at += 3;
            case 0x08 -> at += 2; // a character reference
            case 0x09 -> name(); // an entity reference
            case 0x07 -> at += 2 + 2L * in.u16(at); // a CDATA section
            default -> throw new Malformed(at - 1);
        }
        return open.isEmpty() || at < end;
    }

    private void within(long position) throws Malformed {
        if (position > end) {
            throw new Malformed(position);
        }
    }

    private String name() throws Malformed {
        int length = in.u16(at + 2);
        within(at + 6 + 2L * length);
        String name = in.utf16(at + 4, 2L * length);
        at += 6 + 2L * length;
        return name;
    }

    private void openElement(boolean hasAttributes) throws Malformed {
        at += 6;
        if (open.size() == MAX_DEPTH) {
            throw new Malformed(at);
        }
        if (!open.isEmpty()) {
            open.peek().hasElements = true;
        }
        Open element = new Open(name());
        open.push(element);
        if (hasAttributes) {
            long attributesEnd = at + 4 + in.u32(at);
            within(attributesEnd);
            at += 4;
            while (at < attributesEnd) {
                attribute(element);
            }
        }
    }

    private void attribute(Open element) throws Malformed {
        int token = in.u8(at);
        at++;
        switch (token & ~MORE) {
            case 0x06 -> {
                String name = name();
                if (name.equals("Name") && element.name.equals("Data") && in.u8(at) == 0x05) {
                    element.name = in.utf16(at + 4, 2L * in.u16(at + 2));
                }
            }
            case 0x05 -> value();
            case 0x0D, 0x0E -> at += 3; // an attribute's value has no part in messages
            default -> throw new Malformed(at - 1);
        }
    }

    private void value() throws Malformed {
        at += 3 + 2L * in.u16(at + 1);
    }

    private void substitution() throws Malformed {
        int item = in.u16(at);
        at += 3;
        if (!open.isEmpty()) {
            open.peek().item = item;
        }
    }

    private void close() throws Malformed {
        if (open.isEmpty() || leaves.size() == MAX_LEAVES) {
            throw new Malformed(at);
        }
        Open element = open.pop();
        if (!element.hasElements) {
            leaves.add(new Leaf(element.name, element.item));
        }
    }
}
