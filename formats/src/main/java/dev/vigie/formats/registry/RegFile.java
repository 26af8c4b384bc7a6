package dev.vigie.formats.registry;

import dev.vigie.formats.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A .reg file, as {@code regedit} and {@code reg export} write it: version 5 (UTF-16) and 4 ({@code REGEDIT4}, ANSI).
 *
 * @param edits the changes it asks for, in order
 * @param problems what could not be read
 */
public record RegFile(List<RegEdit> edits, List<Problem> problems) {
    /** The first line of version 5. */
    public static final String HEADER_5 = "Windows Registry Editor Version 5.00";
    /** The first line of version 4. */
    public static final String HEADER_4 = "REGEDIT4";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Copies the lists. */
    public RegFile {
        edits = List.copyOf(edits);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file. Version 5 is UTF-16 with a byte order mark, or UTF-8 where somebody converted it.
     *
     * @param name what problems call it
     * @param bytes the file
     * @param ansi the charset of version 4, which the file does not state
     */
    public static RegFile read(String name, byte[] bytes, Charset ansi) {
        return new RegFileParser(name, text(bytes, ansi), ansi).parse();
    }

    /** The registry that the edits make of nothing: its first keys are roots such as {@code HKEY_LOCAL_MACHINE}. */
    public EditableKey toRegistry() {
        EditableKey root = EditableKey.root();
        edits.forEach(edit -> edit.applyTo(root));
        return root;
    }

    private static String text(byte[] bytes, Charset ansi) {
        String text = new String(bytes, charset(bytes, ansi));
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes, Charset ansi) {
        if (startsWith(bytes, 0xFF, 0xFE) || bytes.length >= 2 && bytes[0] != 0 && bytes[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(bytes, 0xEF, 0xBB) || startsWith(bytes, 'W', 'i') ? StandardCharsets.UTF_8 : ansi;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
