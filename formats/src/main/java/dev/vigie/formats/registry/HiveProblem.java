package dev.vigie.formats.registry;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/**
 * What can be wrong in a hive or its transaction logs. Offsets of cells, among the arguments, are counted from the first
 * bin as hives do; the offset of a problem's place is counted from the start of the file.
 */
public enum HiveProblem implements ProblemCode {
    /** No base block where one must be, and no transaction log that has it; arguments: first bytes in hexadecimal. */
    NOT_A_HIVE("hive.file.not-a-hive", Severity.DAMAGE),
    /** A hive larger than what can be held in memory; arguments: bytes. */
    TOO_LARGE("hive.file.too-large", Severity.DAMAGE),
    /** The checksum of the base block does not match; arguments: stated, computed. */
    BAD_CHECKSUM("hive.file.bad-checksum", Severity.WARNING),
    /** A format that is not known; arguments: major, minor version. */
    UNKNOWN_VERSION("hive.file.unknown-version", Severity.WARNING),
    /** A delta hive of containers, whose keys lie upon those of another hive; no arguments. */
    LAYERED("hive.file.layered", Severity.WARNING),
    /** The file ends before the bins do; arguments: bytes stated, bytes present. */
    TRUNCATED("hive.file.truncated", Severity.DAMAGE),
    /** The last write was not completed, and no transaction log could complete it; no arguments. */
    DIRTY("hive.file.dirty", Severity.WARNING),
    /** Transaction logs completed the hive in memory; arguments: number of log entries, name of the logs. */
    REPLAYED("hive.log.replayed", Severity.NOTE),
    /** A transaction log that does not belong to the hive or to its last write; no arguments. */
    LOG_DOES_NOT_FIT("hive.log.does-not-fit", Severity.NOTE),
    /** A transaction log whose base block is damaged; no arguments. */
    BAD_LOG("hive.log.damaged", Severity.WARNING),
    /** An entry of a transaction log is damaged; it and what follows was not applied. Arguments: number of the entry. */
    BAD_LOG_ENTRY("hive.log.bad-entry", Severity.NOTE),
    /** A bin without its mark or with a size it cannot have; arguments: offset. */
    BAD_BIN("hive.bin.damaged", Severity.DAMAGE),
    /** Something points outside the hive, into free space or at a cell too small; arguments: offset. */
    BAD_CELL("hive.cell.unreadable", Severity.DAMAGE),
    /** A cell is not what it was pointed at for; arguments: offset, what was wanted. */
    WRONG_CELL("hive.cell.wrong-kind", Severity.DAMAGE),
    /** A list states more entries than its cell holds, or the key states another number; arguments: stated, used. */
    BAD_LIST("hive.list.wrong-count", Severity.DAMAGE),
    /** A name reaches beyond its cell; arguments: offset. */
    BAD_NAME("hive.name.truncated", Severity.DAMAGE),
    /** The data of a value are missing or shorter than stated; arguments: name of the value, bytes stated, present. */
    BAD_DATA("hive.value.bad-data", Severity.DAMAGE),
    /** A security descriptor that cannot be read; arguments: offset. */
    BAD_SECURITY("hive.key.bad-security", Severity.WARNING),
    /** Keys lie below each other deeper than Windows allows, or in a circle; arguments: depth. */
    TOO_DEEP("hive.key.too-deep", Severity.DAMAGE),
    /** More than one list holds the same key, or a list holds it twice; it is given once. Arguments: offset. */
    SHARED_KEY("hive.key.shared", Severity.DAMAGE);

    private final String key;
    private final Severity severity;

    HiveProblem(String key, Severity severity) {
        this.key = key;
        this.severity = severity;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
