package dev.vigie.formats.events.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes program files with nothing but resources, and message tables, for tests. */
final class TestImage {
    private static final int SECTION = 0x400;
    private static final int ADDRESS = 0x1000;
    private final Map<String, TreeMap<Integer, byte[]>> resources = new TreeMap<>();
    private final boolean wide;

    TestImage(boolean wide) {
        this.wide = wide;
    }

    TestImage with(String type, int language, byte[] bytes) {
        resources.computeIfAbsent(type, _ -> new TreeMap<>()).put(language, bytes);
        return this;
    }

    /** A message table in UTF-16; ids that follow each other share a block. */
    static byte[] table(Map<Integer, String> texts) {
        List<int[]> blocks = new ArrayList<>();
        TreeMap<Integer, String> sorted = new TreeMap<>(Integer::compareUnsigned);
        sorted.putAll(texts);
        for (int id : sorted.keySet()) {
            if (!blocks.isEmpty() && blocks.getLast()[1] + 1 == id) {
                blocks.getLast()[1] = id;
            } else {
                blocks.add(new int[]{id, id});
            }
        }
        Bytes directory = new Bytes().u32(blocks.size());
        Bytes entries = new Bytes();
        for (int[] block : blocks) {
            directory.u32(block[0], block[1], 4 + 12 * blocks.size() + entries.size());
            for (int id = block[0]; id <= block[1]; id++) {
                byte[] text = new Bytes().utf16(sorted.getOrDefault(id, "")).u16(0).pad(4).toBytes();
                entries.u16(4 + text.length, 1).raw(text);
            }
        }
        return directory.raw(entries.toBytes()).toBytes();
    }

    byte[] toBytes() {
        byte[] section = section();
        Bytes file = new Bytes().ascii("MZ");
        zeros(file, 0x3C);
        file.u32(0x40).ascii("PE").u16(0).u16(wide ? 0x8664 : 0x14C, 1).u32(0, 0, 0);
        int optional = (wide ? 112 : 96) + 8 * 16;
        file.u16(optional, 0x2102);
        int start = file.size();
        file.u16(wide ? 0x20B : 0x10B);
        zeros(file, start + 32).u32(0x1000, 0x200);
        // How many directories there are stands before the first.
        zeros(file, start + (wide ? 112 : 96) - 4).u32(16);
        zeros(file, start + (wide ? 112 : 96) + 16);
        file.u32(ADDRESS, section.length);
        zeros(file, start + optional);
        file.ascii(".rsrc").u8(0, 0, 0).u32(section.length, ADDRESS, section.length, SECTION, 0, 0, 0, 0x40000040L);
        zeros(file, SECTION);
        return file.raw(section).toBytes();
    }

    private static Bytes zeros(Bytes file, int to) {
        while (file.size() < to) {
            file.u8(0);
        }
        return file;
    }

    /** Three levels of directories, then the descriptions of data, the names of types, the data. */
    private byte[] section() {
        List<String> types = new ArrayList<>(resources.keySet());
        types.sort((left, right) -> Boolean.compare(isNumber(left), isNumber(right)));
        int count = resources.values().stream().mapToInt(TreeMap::size).sum();
        int names = 16 + 8 * types.size();
        int languages = names + 24 * types.size();
        int descriptions = languages + 16 * types.size() + 8 * count;
        int texts = descriptions + 16 * count;
        Bytes text = new Bytes();
        Bytes root = new Bytes().u32(0, 0, 0);
        int named = (int) types.stream().filter(type -> !isNumber(type)).count();
        root.u16(named, types.size() - named);
        Bytes second = new Bytes();
        Bytes third = new Bytes();
        Bytes described = new Bytes();
        Bytes data = new Bytes();
        int textSize = types.stream().filter(type -> !isNumber(type)).mapToInt(type -> 2 + 2 * type.length()).sum();
        int dataStart = (texts + textSize + 7) & ~7;
        int entry = 0;
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            if (isNumber(type)) {
                root.u32(Integer.parseInt(type));
            } else {
                root.u32(0x8000_0000L | texts + text.size());
                text.u16(type.length()).utf16(type);
            }
            root.u32(0x8000_0000L | names + 24 * i);
            second.u32(0, 0, 0).u16(0, 1).u32(1, 0x8000_0000L | languages + third.size());
            TreeMap<Integer, byte[]> versions = resources.getOrDefault(type, new TreeMap<>());
            third.u32(0, 0, 0).u16(0, versions.size());
            for (Map.Entry<Integer, byte[]> version : versions.entrySet()) {
                third.u32(version.getKey(), descriptions + 16 * entry);
                described.u32(ADDRESS + dataStart + data.size(), version.getValue().length, 0, 0);
                data.raw(version.getValue()).pad(8);
                entry++;
            }
        }
        return new Bytes().raw(root.toBytes()).raw(second.toBytes()).raw(third.toBytes()).raw(described.toBytes())
                .raw(text.toBytes()).pad(8).raw(data.toBytes()).toBytes();
    }

    private static boolean isNumber(String type) {
        return Character.isDigit(type.charAt(0));
    }

    /** A version resource of which only the fixed part is real. */
    static byte[] version(int major, int minor, int build, int revision) {
        return new Bytes().u16(92, 52, 0).utf16("VS_VERSION_INFO").u16(0).pad(4)
                .u32(0xFEEF04BDL, 0x10000, (long) major << 16 | minor, (long) build << 16 | revision).toBytes();
    }

    /** A resource that says that message tables lie in satellites. */
    static byte[] satellites(String fallback) {
        Bytes bytes = new Bytes().u32(0xFECDFECDL, 0, 0x10000, 0, 0x11, 2, 2);
        while (bytes.size() < 84) {
            bytes.u8(0);
        }
        int types = 132;
        bytes.u32(0, 0, 0, 0, 0, 0, types, 8, 0, 0, types + 8, 2L * fallback.length() + 2);
        return bytes.u32(6, 11).utf16(fallback).u16(0).pad(8).toBytes();
    }
}
