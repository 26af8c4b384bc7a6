package dev.vigie.cli;

import java.io.File;
import java.util.List;
import java.util.Locale;

/**
 * What a log is called.
 *
 * @param name the name it has in bookmarks: its channel, or for a log file its path
 * @param names every name a bookmark may know it by, the surest first
 * @param isChannel whether it was named by its channel
 */
record LogName(String name, List<String> names, boolean isChannel) {
    private static final String ENDING = ".evtx";

    /** Copies the list. */
    LogName {
        names = List.copyOf(names);
    }

    /** A log file that was named itself, or the member of an archive. */
    static LogName ofFile(String path) {
        String absolute = new File(path).getAbsolutePath();
        return new LogName(absolute, List.of(absolute, path, channelOf(path)), false);
    }

    /** The log of a channel. */
    static LogName ofChannel(String channel) {
        return new LogName(channel, List.of(channel), true);
    }

    /** The channel whose log Windows gives this file name: {@code %4} stands for a slash. */
    static String channelOf(String path) {
        String name = path.substring(Math.max(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')),
                path.lastIndexOf('!')) + 1);
        String stem = name.toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? name.substring(0, name.length() - ENDING.length())
                : name;
        return stem.replace("%4", "/");
    }
}
