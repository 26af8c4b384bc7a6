package dev.vigie.diagnosis.knowledge;

/** Compiled knowledge that is missing, of another version or broken: a fault of the build, not of the input. */
public final class KnowledgeException extends RuntimeException {
    /** What is wrong. */
    public KnowledgeException(String message) {
        super(message);
    }

    /** What is wrong, and why. */
    public KnowledgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
