package dev.vigie.diagnosis.sigma;

/**
 * Which logs a rule is about, in lower case; what the rule does not state is empty.
 *
 * @param product such as {@code windows}
 * @param category a kind of event, such as {@code process_creation}
 * @param service a log, such as {@code security}
 */
public record LogSource(String product, String category, String service) {
    /** For reports: {@code process_creation/sysmon}, or the one that is there. */
    @Override
    public String toString() {
        return category + (category.isEmpty() || service.isEmpty() ? "" : "/") + service;
    }
}
