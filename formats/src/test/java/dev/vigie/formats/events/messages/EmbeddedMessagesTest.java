package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.EventCursor;
import dev.vigie.formats.events.EventSink;
import dev.vigie.formats.events.text.EventXmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedMessagesTest {
    private static final String XML = """
            <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="P"/>
            <EventID>1</EventID></System>%s</Event>
            """;
    private static final String INFO = """
            <RenderingInfo Culture="fr-FR"><Message>Tout va bien</Message><Level>Information</Level><Task></Task>
            <Opcode>Infos</Opcode><Channel/><Provider>Le service</Provider>
            <Keywords><Keyword>Classique</Keyword><Keyword>Succès</Keyword></Keywords></RenderingInfo>""";

    private static Event event(String info) throws IOException {
        List<Event> events = new ArrayList<>();
        byte[] xml = XML.replace("%s", info).getBytes(StandardCharsets.UTF_8);
        try (EventXmlReader reader = new EventXmlReader("test", new ByteArrayInputStream(xml))) {
            reader.read(new EventSink() {
                @Override
                public void event(EventCursor event) {
                    events.add(event.toEvent());
                }

                @Override
                public void problem(Problem problem) {
                    throw new AssertionError(problem.toString());
                }
            });
        }
        return events.getFirst();
    }

    @Test
    void forwardedEvent_bringsItsWords() throws IOException {
        assertThat(EmbeddedMessages.of().render(event(INFO))).contains(new RenderingInfo("fr-FR", "Tout va bien",
                "Information", null, "Infos", null, "Le service", List.of("Classique", "Succès")));
    }

    @Test
    void otherEvent_bringsNone() throws IOException {
        assertThat(EmbeddedMessages.of().render(event(""))).isEmpty();
    }

    @Test
    void firstOf_asksInOrderAndStops() throws IOException {
        RenderingInfo other = new RenderingInfo("", "other", null, null, null, null, null, List.of());
        EventMessages both = EventMessages.firstOf(EmbeddedMessages.of(), _ -> Optional.of(other));
        assertThat(both.render(event(INFO)).orElseThrow().message()).isEqualTo("Tout va bien");
        assertThat(both.render(event(""))).contains(other);
        assertThat(EventMessages.firstOf().render(event(""))).isEmpty();
    }
}
