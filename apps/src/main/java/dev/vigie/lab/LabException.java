package dev.vigie.lab;

/** A mistake in a lab file, for its author: says where and what. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LabException(String where, String what) {
        super(where + ": " + what);
    }
}
