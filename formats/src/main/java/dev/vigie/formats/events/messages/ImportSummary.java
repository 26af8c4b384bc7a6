package dev.vigie.formats.events.messages;

/**
 * What an import found.
 *
 * @param examined how many files were looked into
 * @param messageFiles how many of them have texts, satellites counted with their file
 * @param providers how many providers are known
 * @param texts how many different texts there are
 */
public record ImportSummary(int examined, int messageFiles, int providers, int texts) {
}
