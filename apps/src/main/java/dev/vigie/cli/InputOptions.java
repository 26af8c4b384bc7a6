package dev.vigie.cli;

import dev.vigie.formats.archives.ArchiveLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every verb that reads logs: which they are. */
final class InputOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([kmgt]?)");

    @Parameters(arity = "0..*", paramLabel = "FILE|DIR|-", descriptionKey = "events.inputs")
    private List<String> named = List.of();

    @Option(names = "--lf", paramLabel = "LIST", descriptionKey = "events.lf")
    private List<String> lists = List.of();

    @Option(names = "--unpack-limit", paramLabel = "SIZE", descriptionKey = "events.unpack-limit")
    private String unpackLimit = "";

    /** The inputs, still unread; the caller closes them. */
    EventInputs inputs(Session session) throws IOException {
        return inputs(session, false);
    }

    /** As {@link #inputs(Session)}; {@code recover} as for {@link EventInputs}. */
    EventInputs inputs(Session session, boolean recover) throws IOException {
        if (named.isEmpty() && lists.isEmpty()) {
            throw Refusal.usage("usage.missing", "FILE|DIR|- (--lf LIST)");
        }
        List<String> all = new ArrayList<>(named);
        all.addAll(listed(session, lists));
        return new EventInputs(session, all, limits(unpackLimit), recover);
    }

    /** What the lists name. */
    static List<String> listed(Session session, List<String> lists) throws IOException {
        List<String> names = new ArrayList<>();
        LogList reader = new LogList(session.terminal());
        for (String list : lists) {
            names.addAll(reader.names(list));
        }
        return names;
    }

    /** The limits of archives: those by default, or the size that the user wrote, such as {@code 100g}. */
    static ArchiveLimits limits(String size) {
        if (size.isEmpty()) {
            return ArchiveLimits.defaults();
        }
        Matcher matcher = SIZE.matcher(size.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw Refusal.usage("usage.bad-value", size, "--unpack-limit 100g");
        }
        int steps = "kmgt".indexOf(matcher.group(2)) + (matcher.group(2).isEmpty() ? 0 : 1);
        return ArchiveLimits.ofBytes(Long.parseLong(matcher.group(1)) << 10 * steps);
    }
}
