package dev.vigie.formats.windows;

/**
 * One way to understand a code somebody typed or pasted.
 *
 * @param code the code it may be
 * @param reason why it was read so
 * @param typed the part of the text that was read
 */
public record StatusReading(StatusCode code, ReadingReason reason, String typed) {
}
