package dev.vigie.cli;

import java.util.Locale;

/**
 * An option of {@code wevtutil}. The same letter may mean different things to different commands: {@code /e} is an
 * element to {@code qe} and a switch to {@code sl}.
 */
enum WevtutilOption {
    LOG_FILE("lf", "logfile", Kind.SWITCH), STRUCTURED_QUERY("sq", "structquery", Kind.SWITCH), QUERY("q", "query",
            Kind.TEXT), BOOKMARK("bm", "bookmark", Kind.TEXT), SAVE_BOOKMARK("sbm", "savebookmark", Kind.TEXT), REVERSE(
                    "rd", "reversedirection", Kind.SWITCH), EVENT_FORMAT("f", "format", Kind.EVENT_FORMAT), FORMAT("f",
                            "format", Kind.FORMAT), LOCALE("l", "locale", Kind.TEXT), COUNT("c", "count",
                                    Kind.COUNT), ELEMENT("e", "element", Kind.TEXT), OVERWRITE("ow", "overwrite",
                                            Kind.SWITCH), BACKUP("bu", "backup", Kind.TEXT), GET_EVENTS("ge",
                                                    "getevents",
                                                    Kind.SWITCH), GET_MESSAGE("gm", "getmessage", Kind.SWITCH), ENABLED(
                                                            "e", "enabled",
                                                            Kind.SWITCH), QUIET("q", "quiet", Kind.SWITCH), FILE_MAX(
                                                                    "fm", "filemax", Kind.TEXT), ISOLATION("i",
                                                                            "isolation", Kind.TEXT), LOG_FILE_NAME(
                                                                                    "lfn", "logfilename",
                                                                                    Kind.TEXT), RETENTION("rt",
                                                                                            "retention",
                                                                                            Kind.SWITCH), AUTO_BACKUP(
                                                                                                    "ab", "autobackup",
                                                                                                    Kind.SWITCH), MAX_SIZE(
                                                                                                            "ms",
                                                                                                            "maxsize",
                                                                                                            Kind.TEXT), LEVEL(
                                                                                                                    "l",
                                                                                                                    "level",
                                                                                                                    Kind.TEXT), KEYWORDS(
                                                                                                                            "k",
                                                                                                                            "keywords",
                                                                                                                            Kind.TEXT), CHANNEL_ACCESS(
                                                                                                                                    "ca",
                                                                                                                                    "channelaccess",
                                                                                                                                    Kind.TEXT), CONFIG(
                                                                                                                                            "c",
                                                                                                                                            "config",
                                                                                                                                            Kind.TEXT), RESOURCE_FILE(
                                                                                                                                                    "rf",
                                                                                                                                                    "resourcefilepath",
                                                                                                                                                    Kind.TEXT), MESSAGE_FILE(
                                                                                                                                                            "mf",
                                                                                                                                                            "messagefilepath",
                                                                                                                                                            Kind.TEXT), PARAMETER_FILE(
                                                                                                                                                                    "pf",
                                                                                                                                                                    "parameterfilepath",
                                                                                                                                                                    Kind.TEXT), REMOTE(
                                                                                                                                                                            "r",
                                                                                                                                                                            "remote",
                                                                                                                                                                            Kind.TEXT), USER(
                                                                                                                                                                                    "u",
                                                                                                                                                                                    "username",
                                                                                                                                                                                    Kind.TEXT), PASSWORD(
                                                                                                                                                                                            "p",
                                                                                                                                                                                            "password",
                                                                                                                                                                                            Kind.TEXT), AUTHENTICATION(
                                                                                                                                                                                                    "a",
                                                                                                                                                                                                    "authentication",
                                                                                                                                                                                                    Kind.TEXT), UNICODE(
                                                                                                                                                                                                            "uni",
                                                                                                                                                                                                            "unicode",
                                                                                                                                                                                                            Kind.SWITCH);

    /** What can be given to an option. */
    enum Kind {
        /** {@code true} or {@code false}; nothing means {@code true}. */
        SWITCH("true|false"),
        /** Anything but nothing. */
        TEXT(""),
        /** A number from 1 on. */
        COUNT("N"),
        /** {@code XML} or {@code Text}. */
        FORMAT("XML|Text"),
        /** {@code XML}, {@code Text} or {@code RenderedXml}. */
        EVENT_FORMAT("XML|Text|RenderedXml");

        private final String values;

        Kind(String values) {
            this.values = values;
        }

        boolean takes(String value) {
            return switch (this) {
                case SWITCH -> value.isEmpty() || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
                case TEXT -> !value.isEmpty();
                case COUNT -> value.matches("0*[1-9]\\d{0,17}");
                case FORMAT, EVENT_FORMAT ->
                    ("|" + values + "|").toLowerCase(Locale.ROOT).contains("|" + value.toLowerCase(Locale.ROOT) + "|")
                            && !value.isEmpty();
            };
        }
    }

    private final String brief;
    private final String full;
    private final Kind kind;

    WevtutilOption(String brief, String full, Kind kind) {
        this.brief = brief;
        this.full = full;
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    boolean isCalled(String name) {
        return brief.equalsIgnoreCase(name) || full.equalsIgnoreCase(name);
    }

    /** The key of its text: options that share a letter have texts of their own. */
    String textKey() {
        return "wevtutil.option." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the help of Windows writes it: {@code /{lf | logfile}:true|false}. */
    @Override
    public String toString() {
        return "/{" + brief + " | " + full + "}:" + (kind.values.isEmpty() ? "VALUE" : kind.values);
    }
}
