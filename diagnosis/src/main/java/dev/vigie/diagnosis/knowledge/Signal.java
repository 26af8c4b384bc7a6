package dev.vigie.diagnosis.knowledge;

/**
 * A named predicate that speaks for or against causes.
 *
 * @param name the name within its topic
 * @param expression what it tests
 */
public record Signal(String name, Expression expression) {
}
