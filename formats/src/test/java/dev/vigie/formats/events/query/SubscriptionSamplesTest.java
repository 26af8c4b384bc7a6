package dev.vigie.formats.events.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Subscriptions that administrators publish, and QueryLists in real forwarding traffic. */
class SubscriptionSamplesTest {
    /* Event-Log-Diagnostics has OR in upper case, which Windows refuses too (palantir/windows-event-forwarding#61). */
    private static final Map<String, QueryProblem> REFUSED = Map.of("Event-Log-Diagnostics.xml",
            QueryProblem.UNEXPECTED_TOKEN);
    private static final Pattern LIST = Pattern.compile("<QueryList.*?</QueryList>", Pattern.DOTALL);

    @Test
    void subscriptions_allParse_butForTheKnownFaults() throws IOException {
        Map<String, QueryProblem> refused = new TreeMap<>();
        int parsed = 0;
        for (String publisher : List.of("subscriptions-nsa", "subscriptions-palantir")) {
            for (Path file : Samples.files("event-forwarding/" + publisher, ".xml")) {
                try (InputStream stream = Files.newInputStream(file)) {
                    QueryList list = QueryList.parse(stream);
                    assertThat(list.problems()).as(file.toString()).isEmpty();
                    assertThat(QueryList.parse(list.toString())).isEqualTo(list);
                    parsed++;
                } catch (QuerySyntaxException e) {
                    refused.put(file.getFileName().toString(), e.code());
                }
            }
        }
        assertThat(refused).isEqualTo(REFUSED);
        assertThat(parsed).isGreaterThan(80);
    }

    @Test
    void refusedSubscription_isCorrectedByTheLinter() throws Exception {
        Path file = Samples.path("event-forwarding/subscriptions-palantir/wef-subscriptions/Event-Log-Diagnostics.xml");
        LintFinding finding = QueryLint.lint(Files.readString(file)).stream()
                .filter(found -> found.code() == QueryLintCode.UPPER_CASE_OPERATOR).findFirst().orElseThrow();
        assertThat(QueryList.parse(finding.corrected().orElseThrow()).queries()).isNotEmpty();
    }

    @Test
    void subscriptions_lintFindsTheSoftwareRestrictionPath() throws IOException {
        Path file = Samples
                .path("event-forwarding/subscriptions-palantir/wef-subscriptions/Software-Restriction-Policies.xml");
        assertThat(QueryLint.lint(Files.readString(file))).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(QueryLintCode.UNKNOWN_NAME);
            assertThat(finding.arguments()).containsExactly("Application", "Event");
            assertThat(finding.corrected()).hasValueSatisfying(text -> assertThat(text).contains("*[System[Provider["));
        });
    }

    @Test
    void queryListsInTraffic_allParse() throws Exception {
        List<QueryList> lists = new ArrayList<>();
        for (Path file : Samples.files("event-forwarding", ".xml")) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\\'", "'");
            Matcher matcher = LIST.matcher(text);
            while (!file.toString().contains("subscriptions-") && matcher.find()) {
                lists.add(QueryList.parse(matcher.group()));
            }
        }
        assertThat(lists).hasSizeGreaterThan(3);
        assertThat(lists.stream().flatMap(list -> list.queries().stream())).as("the largest real list")
                .anyMatch(query -> query.selects().size() > 200);
    }
}
