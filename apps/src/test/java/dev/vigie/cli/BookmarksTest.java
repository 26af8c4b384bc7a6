package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.lab.LabMachine;
import dev.vigie.lab.LabNode;
import dev.vigie.lab.LabWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading on where an earlier reading stopped. */
class BookmarksTest {
    private static final String MACHINE = """
            machine: SRV1.contoso.com
            now: 2026-03-18T12:30:00Z
            logs-since: 2026-03-01T00:00:00Z
            logs: [System]
            events:
              - {at: "-2d", every: 1m, times: 400, event: winrm/10149}
              - {at: "-1h", event: winrm/10148}
            """;
    private static final Pattern RECORD = Pattern.compile("<EventRecordID>(\\d+)</EventRecordID>");
    @TempDir
    private Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        LabWriter.write(LabMachine.of(LabNode.parse("test", MACHINE)), folder.resolve("a"));
        LabWriter.write(LabMachine.of(LabNode.parse("test", MACHINE.replace("400", "250"))), folder.resolve("b"));
    }

    private Console.Answer run(String... arguments) {
        Console.Answer answer = new Console(folder).run(arguments);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }

    private static List<Integer> records(Console.Answer answer) {
        return RECORD.matcher(answer.out()).results().map(found -> Integer.valueOf(found.group(1))).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readingInSteps_givesWhatReadingAtOnceGives(boolean reverse) {
        Random random = new Random(11);
        for (int round = 0; round < 2; round++) {
            String mark = "mark" + round + ".xml";
            List<Integer> inSteps = new ArrayList<>();
            int step;
            do {
                int count = 1 + random.nextInt(300);
                List<String> arguments = new ArrayList<>(List.of("events", "query", "a", "b", "-q",
                        "*[System[EventRecordID!=77]]", "-n", Integer.toString(count), "--save-bookmark", mark));
                if (Files.exists(folder.resolve(mark))) {
                    arguments.addAll(List.of("--bookmark", mark));
                }
                if (reverse) {
                    arguments.add("--reverse");
                }
                List<Integer> records = records(run(arguments.toArray(String[]::new)));
                step = records.size();
                inSteps.addAll(records);
            } while (step > 0);
            List<String> atOnce = new ArrayList<>(List.of("events", "query", "a", "b", "-q",
                    "*[System[EventRecordID!=77]]"));
            if (reverse) {
                atOnce.add("--reverse");
            }
            assertThat(inSteps).hasSize(652).isEqualTo(records(run(atOnce.toArray(String[]::new))));
        }
    }

    @Test
    void wevtutil_goesOnFromItsOwnBookmark_asWindowsWritesIt() throws IOException {
        run("wevtutil", "qe", "System", "--logs", "a", "/c:5", "/sbm:mark.xml");
        assertThat(Files.readString(folder.resolve("mark.xml"))).isEqualTo(
                "<BookmarkList>\r\n  <Bookmark Channel='System' RecordId='5' IsCurrent='true'/>\r\n</BookmarkList>");
        assertThat(records(run("wevtutil", "qe", "System", "--logs", "a", "/c:2", "/bm:mark.xml", "/sbm:mark.xml")))
                .containsExactly(6, 7);
        assertThat(records(run("wevtutil", "qe", "a/System.evtx", "/lf:true", "/c:1", "/bm:mark.xml")))
                .as("a file is known by the channel of its name too").containsExactly(8);
        assertThat(records(run("wevtutil", "qe", "System", "--logs", "a", "/c:2", "/rd:true", "/sbm:back.xml")))
                .containsExactly(402, 401);
        assertThat(Files.readString(folder.resolve("back.xml"))).startsWith("<BookmarkList Direction='backward'>");
        assertThat(records(run("wevtutil", "qe", "System", "--logs", "a", "/c:2", "/rd:true", "/bm:back.xml")))
                .containsExactly(400, 399);
    }

    @Test
    void aLogThatGaveNothing_keepsItsBookmark() throws IOException {
        mark("<Bookmark Channel='System' RecordId='400'/><Bookmark Channel='Other' RecordId='9' IsCurrent='true'/>");
        run("wevtutil", "qe", "System", "--logs", "a", "/q:*[System[EventID=1]]", "/bm:mark.xml", "/sbm:mark.xml");
        assertThat(Files.readString(folder.resolve("mark.xml"))).contains("Channel='System' RecordId='400'/>",
                "Channel='Other' RecordId='9' IsCurrent='true'/>");
    }

    @Test
    void aRecordThatIsGone_isTold_andReadingStartsAtTheOldest() throws IOException {
        mark("<Bookmark Channel='System' RecordId='5000' IsCurrent='true'/>");
        Console.Answer answer = run("events", "cat", "a/System.evtx", "--bookmark", "mark.xml");
        assertThat(records(answer)).hasSize(402);
        assertThat(answer.err()).contains("5,000", "402");
        Console.Answer strict = new Console(folder).run("events", "cat", "a/System.evtx", "--bookmark", "mark.xml",
                "--strict-bookmark");
        assertThat(strict.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(strict.err()).contains("5,000");
    }

    @Test
    void recordsThatWereOverwritten_areTold() throws IOException {
        run("wevtutil", "epl", "a/System.evtx", "late.evtx", "/lf:true", "/q:*[System[EventRecordID>=100]]");
        mark("<Bookmark Channel='late' RecordId='50' IsCurrent='true'/>");
        Console.Answer answer = run("events", "cat", "late.evtx", "--bookmark", "mark.xml", "-n", "1");
        assertThat(records(answer)).containsExactly(100);
        assertThat(answer.err()).contains("50", "100");
        mark("<Bookmark Channel='late' RecordId='99' IsCurrent='true'/>");
        assertThat(run("events", "cat", "late.evtx", "--bookmark", "mark.xml", "-n", "1").err()).isEmpty();
    }

    @Test
    void anotherDirection_isTold() throws IOException {
        mark("<Bookmark Channel='System' RecordId='3' IsCurrent='true'/>");
        Console.Answer answer = run("events", "cat", "a/System.evtx", "--bookmark", "mark.xml", "--reverse");
        assertThat(records(answer)).containsExactly(2, 1);
        assertThat(answer.err()).contains("forward");
    }

    @Test
    void whatIsNoBookmark_orNoLog_isRefused() throws IOException {
        Files.writeString(folder.resolve("mark.xml"), "<QueryList/>");
        assertThat(new Console(folder).run("events", "cat", "a", "--bookmark", "mark.xml").exitCode())
                .isEqualTo(ExitCode.USAGE);
        Files.writeString(folder.resolve("events.xml"), run("events", "cat", "a", "-n", "2").out());
        Console.Answer answer = new Console(folder).run("events", "cat", "events.xml", "--save-bookmark", "new.xml");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.COULD_NOT_CHECK);
        assertThat(folder.resolve("new.xml")).doesNotExist();
    }

    @Test
    void aSavedBookmark_leavesNothingElseBehind() throws IOException {
        run("events", "cat", "a", "-n", "1", "--save-bookmark", "mark.xml");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("a", "b",
                    "mark.xml");
        }
    }

    private void mark(String bookmarks) throws IOException {
        Files.writeString(folder.resolve("mark.xml"), "<BookmarkList>" + bookmarks + "</BookmarkList>");
    }
}
