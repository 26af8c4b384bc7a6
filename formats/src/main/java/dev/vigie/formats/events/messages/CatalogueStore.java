package dev.vigie.formats.events.messages;

import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.messages.ByteReader.Malformed;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedFile;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedProvider;
import dev.vigie.formats.events.messages.CatalogueIndex.CataloguedTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue file: its index in memory, its texts read when asked for. Whatever the file holds, reading it ends in a
 * value or {@link Malformed}. Safe for use by several threads.
 */
final class CatalogueStore {
    private final CatalogueIndex index;
    private final byte[] tables;
    private final byte[] records;
    private final TextPool pool;
    private final int texts;

    private CatalogueStore(CatalogueIndex index, byte[] tables, byte[] records, TextPool pool, int texts) {
        this.index = index;
        this.tables = tables;
        this.records = records;
        this.pool = pool;
        this.texts = texts;
    }

    static CatalogueStore open(PositionalBytes file, String name) throws IOException {
        try {
            return read(file, name);
        } catch (Malformed e) {
            throw new CatalogueFormatException(
                    Problem.of(MessagesProblem.DAMAGED_CATALOGUE, Place.at(name, e.offset()), e.offset()));
        }
    }

    /** Whether a file starts as catalogues do. */
    static boolean isMagic(byte[] head) {
        int length = CatalogueFormat.MAGIC.length;
        return head.length >= length && Arrays.equals(head, 0, length, CatalogueFormat.MAGIC, 0, length);
    }

    private static CatalogueStore read(PositionalBytes file, String name) throws IOException, Malformed {
        byte[] head = file.read(0, CatalogueFormat.HEADER);
        if (!isMagic(head)) {
            throw new CatalogueFormatException(Problem.of(MessagesProblem.NOT_A_CATALOGUE, Place.of(name)));
        }
        ByteReader header = new ByteReader(head);
        int major = header.u16(8);
        if (major > CatalogueFormat.MAJOR) {
            throw new CatalogueFormatException(
                    Problem.of(MessagesProblem.NEWER_CATALOGUE, Place.of(name), major, CatalogueFormat.MAJOR));
        }
        long at = CatalogueFormat.HEADER;
        byte[][] sections = new byte[CatalogueFormat.SECTIONS][];
        CRC32C checksum = new CRC32C();
        for (int i = 0; i < sections.length; i++) {
            long length = header.u32(16 + 4L * i);
            if (length > CatalogueFormat.MAX_INDEX || at + length > file.size()) {
                throw new Malformed(at);
            }
            sections[i] = file.read(at, (int) length);
            checksum.update(sections[i]);
            at += length;
        }
        if ((int) checksum.getValue() != header.i32(12)) {
            throw new Malformed(CatalogueFormat.HEADER);
        }
        TextPool pool = new TextPool(file, sections[3], at, at + header.u32(32));
        return new CatalogueStore(CatalogueIndex.read(sections[0]), sections[1], sections[2], pool, header.i32(36));
    }

    CatalogueIndex index() {
        return index;
    }

    int texts() {
        return texts;
    }

    ProviderRecord record(CataloguedProvider provider) throws Malformed {
        return ProviderRecord.read(records, provider, index.files().size());
    }

    /** The text of a message id in a table, or null. */
    @Nullable
    String text(CataloguedTable table, int id) throws Malformed, IOException {
        int place = find(table, id);
        return place < 0 ? null : textAt(table, place);
    }

    private int find(CataloguedTable table, int id) throws Malformed {
        ByteReader in = new ByteReader(tables);
        int low = 0;
        int high = table.count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(in.i32(table.offset() + 4L * middle), id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The message id at a place of a table. */
    int idAt(CataloguedTable table, int place) throws Malformed {
        return new ByteReader(tables).i32(table.offset() + 4L * place);
    }

    /** The text at a place of a table. */
    String textAt(CataloguedTable table, int place) throws Malformed, IOException {
        return pool.text(new ByteReader(tables).i32(table.offset() + 4L * (table.count() + (long) place)));
    }

    /** Adds everything to another catalogue that is being made. */
    void copyTo(CatalogueBuilder builder) throws Malformed, IOException {
        for (CataloguedFile file : index.files()) {
            for (CataloguedTable table : file.tables()) {
                MessageFile.Table copy = MessageFile.table(FileVersion.parse(table.version()), table.source());
                for (int place = 0; place < table.count(); place++) {
                    copy.texts().put(idAt(table, place), textAt(table, place));
                }
                builder.file(file.key()).add(index.cultures().get(table.culture()), copy);
            }
        }
        for (CataloguedProvider provider : index.providers()) {
            ProviderRecord record = record(provider);
            ProviderEntry entry = new ProviderEntry();
            entry.guid = provider.guid();
            entry.name = provider.name();
            entry.manifest = record.manifest();
            entry.version = FileVersion.parse(provider.version());
            entry.source = provider.source();
            record.messageFiles().forEach(file -> entry.messageFiles.add(file.path()));
            record.parameterFiles().forEach(file -> entry.parameterFiles.add(file.path()));
            record.categoryFiles().forEach(file -> entry.categoryFiles.add(file.path()));
            builder.add(entry);
        }
    }
}
