package dev.vigie.formats.events.messages;

import dev.vigie.formats.events.messages.ByteReader.Malformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The resources of a program file (Microsoft PE/COFF, "The .rsrc Section"), of both 32 and 64 bits. Nothing is loaded:
 * only the headers, the directory of the wanted types and then the data asked for are read.
 */
final class PortableExecutable {
    /** The type of message tables. */
    static final String MESSAGE_TABLE = "11";
    /** The type of the version information. */
    static final String VERSION = "16";
    /** The type of compiled instrumentation manifests. */
    static final String MANIFEST = "WEVT_TEMPLATE";
    /** The type that ties a file to its satellites. */
    static final String SATELLITE = "MUI";

    /** A bigger resource of these types has not been seen; the largest known manifest is a few megabytes. */
    static final int MAX_RESOURCE = 1 << 26;
    private static final List<String> WANTED = List.of(MESSAGE_TABLE, VERSION, MANIFEST, SATELLITE);
    private static final int DOS_MAGIC = 0x5A4D;
    private static final int PE_MAGIC = 0x4550;
    private static final int PE32 = 0x10B;
    private static final int PE32_PLUS = 0x20B;
    private static final int RESOURCE_DIRECTORY = 2;
    private static final int SECTION_SIZE = 40;
    private static final int HEAD = 4096;
    private static final int MAX_SECTIONS = 96;
    private static final int MAX_ENTRIES = 1 << 16;
    private static final int MAX_RESOURCES = 1 << 12;
    private static final long SUBDIRECTORY = 0x8000_0000L;

    /**
     * A resource.
     *
     * @param type the name of its type in upper case, or the number in decimal
     * @param language the language identifier; 0 for none
     * @param offset where its bytes start in the file
     * @param size how many there are
     */
    record Resource(String type, int language, long offset, int size) {
    }

    private final PositionalBytes file;
    private final List<Resource> resources = new ArrayList<>();
    private ByteReader sections = new ByteReader(new byte[0]);
    private long treeOffset;
    private ByteReader tree = new ByteReader(new byte[0]);

    private PortableExecutable(PositionalBytes file) {
        this.file = file;
    }

    /** Reads headers and directory; a file without resources has none. */
    static PortableExecutable read(PositionalBytes file) throws IOException, Malformed {
        PortableExecutable image = new PortableExecutable(file);
        image.readHeaders();
        return image;
    }

    /** Whether a file starts as program files do. */
    static boolean isMagic(byte[] head) {
        return head.length >= 2 && head[0] == 'M' && head[1] == 'Z';
    }

    /** The resources of a type. */
    List<Resource> resources(String type) {
        return resources.stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /** The bytes of a resource, as far as the file has them. */
    byte[] bytes(Resource resource) throws IOException {
        return file.read(resource.offset(), Math.min(resource.size(), MAX_RESOURCE));
    }

    private void readHeaders() throws IOException, Malformed {
        ByteReader head = new ByteReader(file.read(0, HEAD));
        if (head.u16(0) != DOS_MAGIC) {
            throw new Malformed(0);
        }
        long pe = head.u32(0x3C);
        ByteReader header = new ByteReader(file.read(pe, HEAD));
        if (header.size() < 4 || header.i32(0) != PE_MAGIC) {
            return; // a program for DOS or 16-bit Windows, whose resources are of another kind
        }
        int sectionCount = Math.min(header.u16(6), MAX_SECTIONS);
        int optionalSize = header.u16(20);
        int directories = switch (header.u16(24)) {
            case PE32 -> 24 + 96;
            case PE32_PLUS -> 24 + 112;
            default -> throw new Malformed(pe + 24);
        };
        boolean hasResources = header.u32(directories - 4L) > RESOURCE_DIRECTORY
                && directories + 8 * (RESOURCE_DIRECTORY + 1) <= 24 + optionalSize;
        if (!hasResources) {
            return;
        }
        long address = header.u32(directories + 8 * RESOURCE_DIRECTORY);
        long size = header.u32(directories + 8 * RESOURCE_DIRECTORY + 4);
        if (address == 0 || size == 0) {
            return;
        }
        sections = new ByteReader(file.read(pe + 24 + optionalSize, sectionCount * SECTION_SIZE));
        treeOffset = fileOffset(address);
        tree = new ByteReader(file.read(treeOffset, (int) Math.min(size, 1 << 20)));
        readTypes();
    }

    /** Where an address of the loaded image lies in the file. */
    private long fileOffset(long address) throws Malformed {
        for (int at = 0; at + SECTION_SIZE <= sections.size(); at += SECTION_SIZE) {
            long start = sections.u32(at + 12);
            long length = Math.max(sections.u32(at + 8), sections.u32(at + 16));
            if (address >= start && address < start + length) {
                return sections.u32(at + 20) + (address - start);
            }
        }
        throw new Malformed(address);
    }

    private void readTypes() throws Malformed {
        for (int entry : entries(0)) {
            String type = name(entry);
            long target = tree.u32(entry + 4);
            if (WANTED.contains(type) && (target & SUBDIRECTORY) != 0) {
                readNames(type, target & ~SUBDIRECTORY);
            }
        }
    }

    private void readNames(String type, long directory) throws Malformed {
        for (int entry : entries(directory)) {
            long target = tree.u32(entry + 4);
            if ((target & SUBDIRECTORY) != 0) {
                readLanguages(type, target & ~SUBDIRECTORY);
            }
        }
    }

    private void readLanguages(String type, long directory) throws Malformed {
        for (int entry : entries(directory)) {
            long target = tree.u32(entry + 4);
            if ((target & SUBDIRECTORY) == 0) {
                if (resources.size() == MAX_RESOURCES) {
                    throw new Malformed(treeOffset + directory);
                }
                long offset = fileOffset(tree.u32(target));
                int size = (int) Math.min(tree.u32(target + 4), MAX_RESOURCE);
                resources.add(new Resource(type, (int) tree.u32(entry) & 0xFFFF, offset, size));
            }
        }
    }

    private int[] entries(long directory) throws Malformed {
        int count = Math.min(tree.u16(directory + 12) + tree.u16(directory + 14), MAX_ENTRIES);
        tree.check(directory + 16, 8L * count);
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = (int) directory + 16 + 8 * i;
        }
        return entries;
    }

    private String name(int entry) throws Malformed {
        long name = tree.u32(entry);
        if ((name & SUBDIRECTORY) == 0) {
            return Long.toString(name);
        }
        long at = name & ~SUBDIRECTORY;
        return tree.utf16(at + 2, 2L * tree.u16(at)).toUpperCase(Locale.ROOT);
    }
}
