package dev.vigie.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command of {@code wevtutil}: its two names, what it is given, and the options it knows. */
@SuppressWarnings("ImmutableEnumChecker") // copies, which nobody changes
enum WevtutilCommand {
    ENUM_LOGS("el", "enum-logs", List.of()), GET_LOG("gl", "get-log", List.of("LOG"), WevtutilOption.FORMAT), SET_LOG(
            "sl", "set-log", List.of("[LOG]"), WevtutilOption.ENABLED, WevtutilOption.QUIET, WevtutilOption.FILE_MAX,
            WevtutilOption.ISOLATION, WevtutilOption.LOG_FILE_NAME, WevtutilOption.RETENTION,
            WevtutilOption.AUTO_BACKUP, WevtutilOption.MAX_SIZE, WevtutilOption.LEVEL, WevtutilOption.KEYWORDS,
            WevtutilOption.CHANNEL_ACCESS,
            WevtutilOption.CONFIG), ENUM_PUBLISHERS("ep", "enum-publishers", List.of()), GET_PUBLISHER("gp",
                    "get-publisher", List.of("PUBLISHER"), WevtutilOption.GET_EVENTS, WevtutilOption.GET_MESSAGE,
                    WevtutilOption.FORMAT), INSTALL_MANIFEST("im", "install-manifest", List.of("MANIFEST"),
                            WevtutilOption.RESOURCE_FILE,
                            WevtutilOption.MESSAGE_FILE, WevtutilOption.PARAMETER_FILE), UNINSTALL_MANIFEST("um",
                                    "uninstall-manifest", List.of("MANIFEST")), QUERY_EVENTS("qe", "query-events",
                                            List.of("PATH"), WevtutilOption.LOG_FILE, WevtutilOption.STRUCTURED_QUERY,
                                            WevtutilOption.QUERY, WevtutilOption.BOOKMARK, WevtutilOption.SAVE_BOOKMARK,
                                            WevtutilOption.REVERSE,
                                            WevtutilOption.EVENT_FORMAT, WevtutilOption.LOCALE, WevtutilOption.COUNT,
                                            WevtutilOption.ELEMENT), GET_LOG_INFO("gli", "get-loginfo", List.of("LOG"),
                                                    WevtutilOption.LOG_FILE), EXPORT_LOG("epl", "export-log",
                                                            List.of("PATH", "FILE"), WevtutilOption.LOG_FILE,
                                                            WevtutilOption.STRUCTURED_QUERY,
                                                            WevtutilOption.QUERY,
                                                            WevtutilOption.OVERWRITE), ARCHIVE_LOG("al", "archive-log",
                                                                    List.of("FILE"),
                                                                    WevtutilOption.LOCALE), CLEAR_LOG("cl", "clear-log",
                                                                            List.of("LOG"), WevtutilOption.BACKUP);

    /** What every command takes. */
    private static final Set<WevtutilOption> COMMON = EnumSet.of(WevtutilOption.REMOTE, WevtutilOption.USER,
            WevtutilOption.PASSWORD, WevtutilOption.AUTHENTICATION, WevtutilOption.UNICODE);
    private final String brief;
    private final String full;
    private final List<String> arguments;
    private final Set<WevtutilOption> options;

    WevtutilCommand(String brief, String full, List<String> arguments, WevtutilOption... options) {
        this.brief = brief;
        this.full = full;
        this.arguments = arguments;
        Set<WevtutilOption> own = EnumSet.noneOf(WevtutilOption.class);
        own.addAll(Arrays.asList(options));
        this.options = Collections.unmodifiableSet(own);
    }

    static Optional<WevtutilCommand> of(String name) {
        return Arrays.stream(values())
                .filter(command -> command.brief.equalsIgnoreCase(name) || command.full.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The name in two or three letters. */
    String brief() {
        return brief;
    }

    /** What it is given; in brackets what may be left out. */
    List<String> arguments() {
        return arguments;
    }

    /** Its own options, without those that every command takes. */
    Set<WevtutilOption> options() {
        return options;
    }

    Optional<WevtutilOption> option(String name) {
        return options.stream().filter(option -> option.isCalled(name)).findFirst()
                .or(() -> COMMON.stream().filter(option -> option.isCalled(name)).findFirst());
    }

    /** As the help of Windows writes it: {@code { qe | query-events } PATH}. */
    @Override
    public String toString() {
        return "{ " + brief + " | " + full + " }" + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments));
    }
}
