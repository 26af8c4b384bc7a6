package dev.vigie.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.Recovery;
import dev.vigie.formats.events.messages.EventMessages;
import dev.vigie.formats.events.messages.RenderingInfo;
import dev.vigie.formats.events.text.EventFormat;
import dev.vigie.formats.events.text.EventXmlReader;
import dev.vigie.formats.events.text.Utf8Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events for people: the listing and the timeline. */
class EventPagesTest {
    private static final EventMessages WORDS = event -> Optional.of(new RenderingInfo("en-US",
            "It failed.\r\n\r\n\tCode:\u001B 5", "Serious", "Start-up", "Go", null, null, List.of("Mine", "Yours")));
    private static final String EVENT = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
            + "<Provider Name='Service Control Manager'/><EventID>7036</EventID><Level>LEVEL</Level><Task>0</Task>"
            + "<Opcode>2</Opcode><Keywords>0x8080000000000000</Keywords>"
            + "<TimeCreated SystemTime='2026-03-18T08:14:03.12Z'/><EventRecordID>42</EventRecordID>"
            + "<Channel>System</Channel><Computer>PC</Computer><Security UserID='S-1-5-18'/></System><EventData>"
            + "<Data Name='param1'>Windows Update</Data><Data>b&#10;c</Data><Data Name='e'/></EventData></Event>";

    @Test
    void listing_isAsWevtutilPrints() {
        assertThat(written(new EventListing(Texts.in(Language.EN), EventMessages.NONE), event(4), event(2)))
                .startsWith("""
                        Event[0]
                          Log Name: System
                          Source: Service Control Manager
                          Date: 2026-03-18T08:14:03.1200000Z
                          Event ID: 7036
                          Task: None
                          Level: Information
                          Opcode: Stop
                          Keyword: Classic
                          User: S-1-5-18
                          User Name: NT AUTHORITY\\SYSTEM
                          Computer: PC
                          Description:
                        param1: Windows Update
                        b
                        c
                        e:\s

                        Event[1]
                          Log Name: System
                        """);
    }

    @Test
    void listing_withWords_hasThemAndNoControlCharacters() {
        assertThat(written(new EventListing(Texts.in(Language.EN), WORDS), event(4))).contains("""
                  Task: Start-up
                  Level: Serious
                  Opcode: Go
                  Keyword: Mine, Yours
                """).endsWith("  Description:\nIt failed.\n\n Code:\\u001b 5\n\n");
    }

    @Test
    void recoveredEvent_saysHow() {
        Event read = event(4);
        Event recovered = new Event(read.root(), read.place(),
                new Recovery(Recovery.Origin.SLACK, Recovery.TemplateSource.OWN));

        assertThat(written(new EventListing(Texts.in(Language.EN), EventMessages.NONE), recovered))
                .contains("  [recovered: slack own]\n  Description:");
        assertThat(written(new EventTimeline(Texts.in(Language.FR), EventMessages.NONE, Style.PLAIN,
                EventTimeline.UNCUT), recovered)).contains("  [récupéré\u00A0: slack own]  param1=");
    }

    @Test
    void listing_inFrench_hasTheWordsOfFrenchWindows() {
        assertThat(written(new EventListing(Texts.in(Language.FR), EventMessages.NONE), event(2)))
                .contains("  Nom du journal\u00A0: System\n").contains("  Niveau\u00A0: Erreur\n")
                .contains("  Mot clé\u00A0: Classique\n").contains("  Opcode\u00A0: Arrêter\n");
    }

    @Test
    void timeline_isOneLineAnEvent() {
        assertThat(written(timeline(EventMessages.NONE, Style.PLAIN, EventTimeline.UNCUT), event(2), event(4)))
                .isEqualTo("2026-03-18T08:14:03.1200000Z  Error        PC  System  Service Control Manager  7036  #42  "
                        + "param1=\"Windows Update\" b c e=\"\"\n"
                        + "2026-03-18T08:14:03.1200000Z  Information  PC  System  Service Control Manager  7036  #42  "
                        + "param1=\"Windows Update\" b c e=\"\"\n");
        assertThat(written(timeline(WORDS, Style.PLAIN, EventTimeline.UNCUT), event(2)))
                .endsWith("  #42  It failed. Code:\\u001b 5\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 33, 60, 111})
    void timeline_isCutToTheWidth(int width) {
        String whole = written(timeline(EventMessages.NONE, Style.PLAIN, EventTimeline.UNCUT), event(2)).strip();
        String line = written(timeline(EventMessages.NONE, Style.PLAIN, width), event(2)).strip();
        assertThat(line).hasSize(width).endsWith("…");
        assertThat(whole).startsWith(line.substring(0, width - 1));
    }

    @Test
    void timeline_asWideAsTheTerminal_isNotCut() {
        String whole = written(timeline(EventMessages.NONE, Style.PLAIN, EventTimeline.UNCUT), event(2));
        assertThat(written(timeline(EventMessages.NONE, Style.PLAIN, whole.strip().length()), event(2)))
                .isEqualTo(whole);
    }

    @Test
    void timeline_colour_isThatOfTheLevel() {
        assertThat(written(timeline(EventMessages.NONE, Style.COLOUR, 60), event(2)))
                .contains("Z  \u001B[1;31mError\u001B[0m        PC");
        assertThat(written(timeline(EventMessages.NONE, Style.COLOUR, 60), event(4))).doesNotContain("\u001B");
    }

    private static EventTimeline timeline(EventMessages messages, Style style, int width) {
        return new EventTimeline(Texts.in(Language.EN), messages, style, width);
    }

    private static Event event(int level) {
        List<Event> events = new ArrayList<>();
        byte[] xml = EVENT.replace("LEVEL", Integer.toString(level)).getBytes(StandardCharsets.UTF_8);
        try (EventXmlReader reader = new EventXmlReader("test.xml", new ByteArrayInputStream(xml))) {
            reader.read(new EventSink() {
                @Override
                public void event(EventCursor event) {
                    events.add(event.toEvent());
                }

                @Override
                public void problem(Problem problem) {
                    throw new AssertionError(problem);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events.getFirst();
    }

    private static String written(EventFormat format, Event... events) {
        Utf8Buffer out = new Utf8Buffer();
        for (int i = 0; i < events.length; i++) {
            format.lead(i, out);
            format.append(events[i], out);
        }
        return out.toString();
    }
}
