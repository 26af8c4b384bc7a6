package dev.vigie.formats.registry;

import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes a registry as a new hive of version 1.5, compact and clean, as Windows loads it: hashed lists in the order of
 * upper-case names, shared security descriptors, large data in segments.
 *
 * <p>The same registry always gives the same bytes. A registry is changed by copying it into an {@link EditableKey},
 * changing that and writing it; the original file is never touched.
 */
public final class HiveWriter {
    private static final String ROOT_NAME = "ROOT";
    private static final int ROOT_FLAGS = 0x0C;
    private static final int COMPRESSED_NAME = 0x20;
    private static final int LINK = 0x10;
    private static final String LINK_VALUE = "SymbolicLinkValue";
    private static final int KEY_SIZE = 76;
    private static final int VALUE_SIZE = 20;
    private static final int LIST_HEADER = 4;
    private static final int HASHED_ENTRY = 8;
    /** As many as Windows puts into one leaf. */
    private static final int MOST_IN_LEAF = 507;
    private static final int SEGMENT = 16_344;
    private static final int INLINE = 0x8000_0000;
    private static final int HASH_FACTOR = 37;
    /** Windows compares the characters of names in upper case, one by one. */
    private static final Comparator<EditableKey> BY_UPPER_CASE = Comparator.comparing(key -> upperCase(key.name()));

    private final HiveSpace space = new HiveSpace();
    private final FileTime time;
    private final Map<SecurityDescriptor, Integer> securityCells = new LinkedHashMap<>();

    private HiveWriter(FileTime time) {
        this.time = time;
    }

    /**
     * Writes a registry.
     *
     * @param root what the hive is to hold
     * @param fileName the path the hive says it has; its last 31 characters are kept
     * @param time when the hive, and every key that does not say so itself, was last written
     * @throws IllegalArgumentException when a name is longer than a hive can hold, or the hive larger than 2 GiB
     */
    public static void write(RegistryKey root, String fileName, FileTime time, OutputStream out) throws IOException {
        out.write(toBytes(root, fileName, time));
    }

    /** As {@link #write}, in memory. */
    public static byte[] toBytes(RegistryKey root, String fileName, FileTime time) {
        EditableKey copy = root instanceof EditableKey editable ? editable : EditableKey.copyOf(root);
        HiveWriter writer = new HiveWriter(time);
        int rootCell = writer.writeKey(copy, HiveCells.NOWHERE, ROOT_FLAGS);
        writer.linkSecurity(copy);
        return writer.space.finish(rootCell, fileName, time);
    }

    private int writeKey(EditableKey key, int parent, int flags) {
        // The name of the top means nothing, and some readers refuse a key without one.
        String keyName = parent == HiveCells.NOWHERE && key.name().isEmpty() ? ROOT_NAME : key.name();
        boolean compressed = isLatin(keyName);
        byte[] name = nameBytes(keyName, compressed);
        int cell = space.allocate(KEY_SIZE + name.length);
        int link = key.value(LINK_VALUE).filter(value -> value.typeCode() == RegistryType.LINK.code()).isPresent()
                ? LINK
                : 0;
        space.ascii(cell, "nk");
        space.u16(cell + 2, flags | link | (compressed ? COMPRESSED_NAME : 0));
        space.i64(cell + 4, key.lastWritten().orElse(time).ticks());
        space.i32(cell + 16, parent);
        space.i32(cell + 20, key.children().size());
        space.i32(cell + 28, writeSubkeys(key, cell));
        space.i32(cell + 32, HiveCells.NOWHERE);
        space.i32(cell + 36, key.values().size());
        space.i32(cell + 40, writeValues(key));
        space.i32(cell + 44, security(key));
        writeClassName(key, cell);
        writeLargest(key, cell);
        space.u16(cell + 72, name.length);
        space.bytes(cell + KEY_SIZE, name);
        return cell;
    }

    private void writeClassName(EditableKey key, int cell) {
        byte[] name = Utf16.encode(key.className().orElse(""));
        int offset = HiveCells.NOWHERE;
        if (name.length > 0) {
            offset = space.allocate(name.length);
            space.bytes(offset, name);
        }
        space.i32(cell + 48, offset);
        space.u16(cell + 74, name.length);
    }

    /** Sizes that let Windows choose its buffers (Key node, offsets 52 to 68). */
    private void writeLargest(EditableKey key, int cell) {
        space.i32(cell + 52, largest(key.children().stream().mapToInt(below -> 2 * below.name().length())));
        space.i32(cell + 56,
                largest(key.children().stream().mapToInt(below -> 2 * below.className().orElse("").length())));
        space.i32(cell + 60, largest(key.values().stream().mapToInt(value -> 2 * value.name().length())));
        space.i32(cell + 64, largest(key.values().stream().mapToInt(value -> value.data().size())));
    }

    private static int largest(IntStream sizes) {
        return sizes.max().orElse(0);
    }

    private int writeSubkeys(EditableKey key, int parent) {
        List<EditableKey> sorted = key.children().stream().sorted(BY_UPPER_CASE).toList();
        List<Integer> leaves = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += MOST_IN_LEAF) {
            leaves.add(writeLeaf(sorted.subList(from, Math.min(sorted.size(), from + MOST_IN_LEAF)), parent));
        }
        return switch (leaves.size()) {
            case 0 -> HiveCells.NOWHERE;
            case 1 -> leaves.getFirst();
            default -> writeIndexRoot(leaves);
        };
    }

    private int writeLeaf(List<EditableKey> keys, int parent) {
        int leaf = space.allocate(LIST_HEADER + keys.size() * HASHED_ENTRY);
        space.ascii(leaf, "lh");
        space.u16(leaf + 2, keys.size());
        int at = leaf + LIST_HEADER;
        for (EditableKey key : keys) {
            space.i32(at, writeKey(key, parent, 0));
            space.i32(at + Integer.BYTES, hash(key.name()));
            at += HASHED_ENTRY;
        }
        return leaf;
    }

    private int writeIndexRoot(List<Integer> leaves) {
        int root = space.allocate(LIST_HEADER + leaves.size() * Integer.BYTES);
        space.ascii(root, "ri");
        space.u16(root + 2, leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            space.i32(root + LIST_HEADER + i * Integer.BYTES, leaves.get(i));
        }
        return root;
    }

    private int writeValues(EditableKey key) {
        List<RegistryValue> values = key.values();
        if (values.isEmpty()) {
            return HiveCells.NOWHERE;
        }
        int list = space.allocate(values.size() * Integer.BYTES);
        for (int i = 0; i < values.size(); i++) {
            space.i32(list + i * Integer.BYTES, writeValue(values.get(i)));
        }
        return list;
    }

    private int writeValue(RegistryValue value) {
        boolean compressed = isLatin(value.name());
        byte[] name = nameBytes(value.name(), compressed);
        byte[] data = value.data().toBytes();
        int cell = space.allocate(VALUE_SIZE + name.length);
        space.ascii(cell, "vk");
        space.u16(cell + 2, name.length);
        if (data.length <= Integer.BYTES) {
            space.i32(cell + 4, data.length | INLINE);
            space.bytes(cell + 8, data);
        } else {
            space.i32(cell + 4, data.length);
            space.i32(cell + 8, writeData(data));
        }
        space.i32(cell + 12, value.typeCode());
        space.u16(cell + 16, compressed && name.length > 0 ? 1 : 0);
        space.bytes(cell + VALUE_SIZE, name);
        return cell;
    }

    private int writeData(byte[] data) {
        return data.length > SEGMENT ? writeBigData(data) : writeBytes(data);
    }

    private int writeBigData(byte[] data) {
        int count = Math.ceilDiv(data.length, SEGMENT);
        int list = space.allocate(count * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            int from = i * SEGMENT;
            space.i32(list + i * Integer.BYTES, writeSegment(data, from));
        }
        int cell = space.allocate(LIST_HEADER + 2 * Integer.BYTES);
        space.ascii(cell, "db");
        space.u16(cell + 2, count);
        space.i32(cell + LIST_HEADER, list);
        return cell;
    }

    /** Windows gives the last segment a whole cell as well, and some readers count on it. */
    private int writeSegment(byte[] data, int from) {
        int cell = space.allocate(SEGMENT);
        space.bytes(cell, Arrays.copyOfRange(data, from, Math.min(data.length, from + SEGMENT)));
        return cell;
    }

    private int writeBytes(byte[] data) {
        int cell = space.allocate(data.length);
        space.bytes(cell, data);
        return cell;
    }

    private int security(EditableKey key) {
        return key.security().map(descriptor -> securityCells.computeIfAbsent(descriptor, this::writeSecurity))
                .orElse(HiveCells.NOWHERE);
    }

    private int writeSecurity(SecurityDescriptor descriptor) {
        byte[] bytes = descriptor.toBytes();
        int cell = space.allocate(20 + bytes.length);
        space.ascii(cell, "sk");
        space.i32(cell + 16, bytes.length);
        space.bytes(cell + 20, bytes);
        return cell;
    }

    /** Joins the security cells into a ring and counts their users (Key security). */
    private void linkSecurity(EditableKey root) {
        Map<SecurityDescriptor, Integer> uses = new LinkedHashMap<>();
        root.tree().forEach(key -> key.security().ifPresent(descriptor -> uses.merge(descriptor, 1, Integer::sum)));
        List<Map.Entry<SecurityDescriptor, Integer>> ring = List.copyOf(securityCells.entrySet());
        for (int i = 0; i < ring.size(); i++) {
            int cell = ring.get(i).getValue();
            space.i32(cell + 4, ring.get((i + 1) % ring.size()).getValue());
            space.i32(cell + 8, ring.get((i + ring.size() - 1) % ring.size()).getValue());
            space.i32(cell + 12, uses.getOrDefault(ring.get(i).getKey(), 0));
        }
    }

    private static boolean isLatin(String name) {
        return name.chars().allMatch(unit -> unit < 0x100);
    }

    private static byte[] nameBytes(String name, boolean compressed) {
        byte[] bytes = compressed ? name.getBytes(StandardCharsets.ISO_8859_1) : Utf16.encode(name);
        if (bytes.length > 0xFFFF) {
            throw new IllegalArgumentException("a name of " + name.length() + " characters");
        }
        return bytes;
    }

    private static String upperCase(String name) {
        char[] units = name.toCharArray();
        for (int i = 0; i < units.length; i++) {
            units[i] = Character.toUpperCase(units[i]);
        }
        return new String(units);
    }

    private static int hash(String name) {
        int hash = 0;
        for (char unit : upperCase(name).toCharArray()) {
            hash = HASH_FACTOR * hash + unit;
        }
        return hash;
    }
}
