package dev.vigie.formats.events.merge;

import dev.vigie.formats.events.Datum;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.SystemField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What makes two events the same, wherever they were read: computer, channel, provider, record id, time of creation,
 * event id, and the names and texts of their data. A record id alone says little, as a log that was cleared counts anew.
 * The rendered message, which forwarding adds, does not count, nor does the file.
 *
 * <p>128 bits of a SHA-256, so that nobody can write an event that hides another.
 */
public record EventIdentity(long high, long low) {
    /** The identity of an event. */
    public static EventIdentity of(EventCursor event) {
        MessageDigest digest = sha256();
        add(digest, event.computer());
        add(digest, event.channel());
        add(digest, event.provider());
        add(digest, event.number(SystemField.EVENT_RECORD_ID, event.place().record()));
        var time = event.timeCreated();
        add(digest, time == null ? 0 : time.ticks());
        add(digest, event.eventId());
        for (Datum datum : event.toEvent().data()) {
            add(digest, datum.name());
            add(digest, datum.value().text());
        }
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new EventIdentity(bytes.getLong(), bytes.getLong());
    }

    /** With its length first, so that texts cannot run into each other. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(digest, bytes.length);
        digest.update(bytes);
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java has it.
            throw new IllegalStateException(impossible);
        }
    }
}
