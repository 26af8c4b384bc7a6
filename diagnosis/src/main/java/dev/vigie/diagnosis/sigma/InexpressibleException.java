package dev.vigie.diagnosis.sigma;

/** A signal cannot be said as a Sigma rule without changing its meaning. */
final class InexpressibleException extends Exception {
    private static final long serialVersionUID = 1L;
    private final SymptomRules.Reason reason;

    InexpressibleException(SymptomRules.Reason reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    SymptomRules.Reason reason() {
        return reason;
    }
}
