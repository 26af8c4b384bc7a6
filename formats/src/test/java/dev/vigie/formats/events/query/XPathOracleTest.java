package dev.vigie.formats.events.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.Element;
import dev.vigie.formats.events.Event;
import dev.vigie.formats.events.Node;
import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.windows.FileTime;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * The JDK's XPath 1.0 as an independent judge, on what both languages share.
 *
 * <p>Left out, because Windows means something else than XPath 1.0 by it (MS-EVEN6 2.2.15):
 * <ul>
 * <li>numbers compare as 64 bits without sign, not as doubles; hexadecimal and exponents are numbers;
 * <li>a quoted number compares as a number with a number: {@code EventID='01'};
 * <li>GUIDs and SIDs compare without case, times as times; all three are never unequal to what is none of them;
 * <li>a boolean equals only {@code true}, {@code false} and numbers, not every string;
 * <li>an element with child elements has no string value to rely on;
 * <li>names are local names;
 * <li>{@code position()} on the event counts events.
 * </ul>
 */
class XPathOracleTest {
    private static final QueryContext CONTEXT = QueryContext.of(new FileTime(0));
    private static final List<String> OPERATORS = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> WORDS = List.of("a", "b", "1", "2", "10", "");
    private final Random random = new Random(1999);
    private final XPath judge = judge();

    private static XPath judge() {
        XPathFactory factory = XPathFactory.newInstance();
        factory.setProperty("jdk.xml.xpathExprGrpLimit", "1000");
        factory.setProperty("jdk.xml.xpathExprOpLimit", "1000");
        return factory.newXPath();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String query() {
        return random.nextInt(3) == 0 ? selector() + pick(List.of(" and ", " or ")) + selector() : selector();
    }

    private String selector() {
        return switch (random.nextInt(4)) {
            case 0 -> "*/System/EventID" + pick(OPERATORS) + random.nextInt(4);
            case 1 -> "Event[" + expression(2) + "][" + expression(1) + "]";
            default -> "*[" + expression(3) + "]";
        };
    }

    private String expression(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return term();
        }
        return "(" + expression(depth - 1) + pick(List.of(" and ", " or ")) + expression(depth - 1) + ")";
    }

    private String term() {
        String operator = pick(OPERATORS);
        return switch (random.nextInt(9)) {
            case 0 -> "System/" + pick(List.of("EventID", "Level")) + operator + random.nextInt(4);
            case 1 -> "System[EventID" + operator + random.nextInt(4) + "]";
            case 2 -> "System/Provider[@Name" + pick(List.of("=", "!=")) + "'" + pick(WORDS) + "']";
            case 3 -> "EventData/Data" + operator + pick(List.of("1", "2", "'a'", "'1'", "''"));
            case 4 -> "EventData[Data[@Name='" + pick(List.of("x", "y")) + "']" + operator + "'" + pick(WORDS) + "']";
            case 5 -> "EventData/Data[" + (1 + random.nextInt(3)) + "]" + operator + "'" + pick(WORDS) + "'";
            case 6 -> "EventData/Data[@Name='x'][position()" + operator + "2]='" + pick(WORDS) + "'";
            case 7 -> pick(List.of("EventData", "UserData", "*/Data", "*/*/@Name", "EventData/Data/text()",
                    "EventData/Data/@*", "System/*[@Name]"));
            default -> "EventData/Data" + operator + "System/Level";
        };
    }

    private Event event() {
        EventBuilder builder = EventBuilder.event().id(random.nextInt(4)).provider(pick(WORDS));
        if (random.nextBoolean()) {
            builder.with(SystemField.LEVEL, new Value.Int(ValueType.UINT8, random.nextInt(3)));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            builder.data(pick(List.of("x", "y")), pick(WORDS));
        }
        return builder.build();
    }

    private static void append(org.w3c.dom.Node parent, Element element) {
        Document document = parent instanceof Document owner ? owner : parent.getOwnerDocument();
        org.w3c.dom.Element copy = document.createElement(element.name());
        element.attributes().forEach(attribute -> copy.setAttribute(attribute.name(), attribute.value().text()));
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                append(copy, child);
            } else if (node instanceof Value value && !value.text().isEmpty()) {
                copy.appendChild(document.createTextNode(value.text()));
            }
        }
        parent.appendChild(copy);
    }

    @Test
    void queries_inTheCommonSubset_agreeWithTheJdk() throws Exception {
        int selected = 0;
        for (int i = 0; i < 400; i++) {
            Event event = event();
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            append(document, event.root());
            for (int j = 0; j < 10; j++) {
                String query = query();
                boolean expected = (boolean) judge.evaluate("boolean(" + query + ")", document, XPathConstants.BOOLEAN);
                assertThat(EventQuery.parse(query).matches(event, CONTEXT)).as("%s on %s", query, event.root())
                        .isEqualTo(expected);
                selected += expected ? 1 : 0;
            }
        }
        assertThat(selected).isBetween(800, 3200);
    }
}
