package dev.vigie.diagnosis.sigma;

/** What an event must be like for a rule, opaque to everybody but the matcher. Immutable. */
public final class SigmaDetection {
    private final Detection root;

    SigmaDetection(Detection root) {
        this.root = root;
    }

    Detection root() {
        return root;
    }
}
