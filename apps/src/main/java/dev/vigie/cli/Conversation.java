package dev.vigie.cli;

import dev.vigie.rendering.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code vigie} alone does on a terminal: asks what fails and what there is, then runs the right verb. */
final class Conversation {
    private static final List<String> AREAS = List.of("winrm", "rdp", "enroll", "all");
    private final Session session;
    private final Texts texts;
    private final PrintStream out;
    private final BufferedReader in;

    Conversation(Session session) {
        this.session = session;
        this.texts = session.texts();
        this.out = session.terminal().err();
        this.in = new BufferedReader(new InputStreamReader(session.terminal().in(), StandardCharsets.UTF_8));
    }

    int hold() throws IOException {
        out.println(texts.get("ask.welcome"));
        String area = askArea();
        if (area.isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        String logs = askLogs();
        if (logs.isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        List<String> command = new ArrayList<>(List.of("diagnose", area, "--evtx", logs));
        String seen = ask("ask.saw");
        if (seen != null && !seen.isBlank()) {
            command.addAll(List.of("--saw", seen.strip()));
        }
        command.addAll(List.of("--lang", texts.language().code()));
        out.println(texts.get("ask.running",
                "vigie " + String.join(" ", command.stream().map(Conversation::quoted).toList())));
        out.println();
        return Vigie.run(session.terminal(), command.toArray(String[]::new));
    }

    private String askArea() throws IOException {
        for (int i = 0; i < AREAS.size(); i++) {
            out.println("  " + (i + 1) + "  " + texts.get("ask.area." + AREAS.get(i)));
        }
        while (true) {
            String answer = ask("ask.what");
            if (answer == null) {
                return "";
            }
            String choice = answer.strip();
            if (AREAS.contains(choice)) {
                return choice;
            }
            if (choice.matches("[1-" + AREAS.size() + "]")) {
                return AREAS.get(choice.charAt(0) - '1');
            }
            out.println(texts.get("ask.again", AREAS.size()));
        }
    }

    private String askLogs() throws IOException {
        out.println(texts.get("ask.how-to-get"));
        while (true) {
            String answer = ask("ask.where");
            if (answer == null) {
                return "";
            }
            String path = answer.strip().replaceAll("^[\"']|[\"']$", "");
            if (!path.isEmpty() && exists(path)) {
                return path;
            }
            session.tell("error.no-such-file", path);
        }
    }

    private boolean exists(String path) {
        try {
            return Files.exists(session.terminal().path(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private @Nullable String ask(String key) throws IOException {
        out.print(texts.get(key) + " ");
        out.flush();
        return in.readLine();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
