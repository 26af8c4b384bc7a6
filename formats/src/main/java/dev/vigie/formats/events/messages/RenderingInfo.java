package dev.vigie.formats.events.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event in words: the {@code RenderingInfo} of the event schema. A part that nobody has words for is null.
 *
 * @param culture the language of the words, such as {@code en-US}; empty when unknown
 * @param message the message, with the event's values in place
 * @param level the name of the level, such as {@code Error}
 * @param task the name of the task
 * @param opcode the name of the opcode
 * @param channel the display name of the channel
 * @param provider the display name of the provider
 * @param keywords the names of the keywords that have one, in the order of their bits
 */
public record RenderingInfo(String culture, @Nullable String message, @Nullable String level, @Nullable String task,
        @Nullable String opcode, @Nullable String channel, @Nullable String provider, List<String> keywords) {
    /** Copies the list. */
    public RenderingInfo {
        keywords = List.copyOf(keywords);
    }
}
