package dev.vigie.diagnosis.cases;

import java.io.IOException;

/** A case folder that was not written by this version, or is damaged; the message names file and line. */
public final class CaseFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, and where. */
    public CaseFormatException(String message) {
        super(message);
    }

    /** What is wrong, where, and why. */
    public CaseFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
