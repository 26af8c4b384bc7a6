package dev.vigie.formats.registry;

/** Something in a hive cannot be read; the problem was reported where it was found. Never leaves the package. */
final class DamagedCellException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedCellException() {
        super(null, null, false, false);
    }
}
