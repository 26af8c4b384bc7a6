package dev.vigie.formats.events.text;

import dev.vigie.formats.events.EventCursor;

/**
 * One JSON array of events as an output format: the objects of {@link EventJsonLines}, without loss, in a document that
 * every JSON reader takes as a whole.
 */
public final class EventJson implements EventFormat {
    private final EventFormat lines;
    private final boolean indented;

    /**
     * An array of what another format writes.
     *
     * @param lines writes one JSON object a line
     * @param indented whether objects are laid out with a member a line, two blanks a level
     */
    public EventJson(EventFormat lines, boolean indented) {
        this.lines = lines;
        this.indented = indented;
    }

    @Override
    public void start(Utf8Buffer out) {
        out.append('[');
    }

    @Override
    public boolean hasLead() {
        return true;
    }

    @Override
    public void lead(long written, Utf8Buffer out) {
        if (written > 0) {
            out.append(',');
        }
        out.append('\n');
    }

    @Override
    public void append(EventCursor event, Utf8Buffer out) {
        if (indented) {
            Utf8Buffer line = new Utf8Buffer();
            lines.append(event, line);
            line.truncate(line.size() - 1);
            new JsonLayout(out, 1).append(line.toByteArray());
        } else {
            lines.append(event, out);
            out.truncate(out.size() - 1);
        }
    }

    @Override
    public void end(Utf8Buffer out) {
        out.append("\n]\n");
    }
}
