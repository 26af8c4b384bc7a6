package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.query.SystemConstraints;
import java.util.IdentityHashMap;

/**
 * Turns away records that a selection does not want, before they are decoded: by what the query demands of the slots of
 * their template, and then by the query itself. For one thread at a time.
 */
final class RecordSieve {
    /** More templates than a log has; a hostile one could have as many as records. */
    private static final int MAX_SCREENS = 4096;

    private final EventSelection selection;
    private final SystemConstraints constraints;
    private final RecordProbe probe;
    private final IdentityHashMap<Template, TemplateScreen> screens = new IdentityHashMap<>();
    /** The screens of the templates of the chunk being read, by the offset of their definition. */
    private final OffsetMap<TemplateScreen> screensHere = new OffsetMap<>();

    RecordSieve(EventSelection selection, RecordProbe probe) {
        this.selection = selection;
        this.constraints = selection.constraints();
        this.probe = probe;
    }

    /** Forgets the previous chunk. */
    void reset() {
        screensHere.clear();
    }

    /** Whether the record whose binary XML lies between two offsets of the chunk surely does not match. */
    boolean turnsAway(int from, int to) {
        try {
            probe.moveTo(from, to);
            return screen(probe.values()).excludes(probe.values()) || selection.refuses(probe);
        } catch (Undecided odd) {
            return false;
        }
    }

    private TemplateScreen screen(DescriptorTable values) {
        TemplateScreen screen = screensHere.get(values.definition());
        if (screen == null) {
            screen = screen(values.template());
            screensHere.put(values.definition(), screen);
        }
        return screen;
    }

    private TemplateScreen screen(Template template) {
        if (screens.size() >= MAX_SCREENS) {
            screens.clear();
        }
        return screens.computeIfAbsent(template, _ -> new TemplateScreen(template, constraints));
    }
}
