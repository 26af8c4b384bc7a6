package dev.vigie.diagnosis.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.diagnosis.facts.EventGatherer;
import dev.vigie.diagnosis.facts.EventInput;
import dev.vigie.diagnosis.facts.EventSelector;
import dev.vigie.diagnosis.facts.Events;
import dev.vigie.diagnosis.facts.GatheredLogs;
import dev.vigie.diagnosis.facts.Role;
import dev.vigie.diagnosis.knowledge.Area;
import dev.vigie.diagnosis.knowledge.EventSet;
import dev.vigie.diagnosis.knowledge.Expressions;
import dev.vigie.diagnosis.knowledge.Signal;
import dev.vigie.diagnosis.knowledge.Topic;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Value;
import dev.vigie.formats.events.ValueType;
import dev.vigie.formats.events.evtx.EvtxProblem;
import dev.vigie.formats.windows.Sid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalEvaluatorTest {
    private static final Instant T = Events.NOW.minus(Duration.ofDays(2));
    private static final String A = "Provider-A";
    private static final String B = "Provider-B";

    private static Topic topic(String expression, Role role) {
        Map<String, EventSet> sets = Map.of("a", set("a", A, role), "b", set("b", B, Role.MACHINE));
        return new Topic("rdp.test", Area.RDP, Map.of(), sets, Map.of(),
                Map.of("s", new Signal("s", Expressions.signal(expression))), Map.of(), Map.of(), Map.of(), Map.of(),
                Optional.empty(), Optional.empty());
    }

    private static EventSet set(String name, String provider, Role role) {
        return new EventSet(name, provider, "System", new TreeSet<>(Set.of(1, 2)), Optional.empty(), role);
    }

    private static SignalState state(String expression, Events log) {
        return state(expression, log, Role.MACHINE, Optional.empty());
    }

    private static SignalState state(String expression, Events log, Role role, Optional<Role> given) {
        Topic topic = topic(expression, role);
        List<EventSelector> selectors = new ArrayList<>();
        topic.events().values().forEach(set -> selectors.add(new EventSelector(SignalEvaluator.selector(topic, set),
                set.provider(), Optional.empty(), Optional.of(set.channel()), set.ids())));
        selectors.add(new EventSelector(CaseLogs.CA_PROOF, CaseLogs.CA_PROVIDER, Optional.empty(), Optional.empty(),
                Set.of()));
        try {
            GatheredLogs logs = new EventGatherer(selectors, 1).gather(List.of(new EventInput(log, given)));
            Optional<Instant> since = Optional.of(Events.NOW.minus(Duration.ofDays(30)));
            CaseLogs scope = given.isPresent()
                    ? new CaseLogs(Map.of(given.get(), logs.named().getFirst().logs()), true, since, Events.NOW)
                    : new CaseLogs(
                            logs.machines().isEmpty() ? Map.of() : Map.of(Role.MACHINE, logs.machines().getFirst()),
                            false, since, Events.NOW);
            return new SignalEvaluator(topic, scope, Map.of("f", "yes")).state("s");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Events log() {
        return Events.since(Events.LONG_AGO);
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    /** A log of a and b events: letters with the hour, {@code a5} is event 1 of A five hours after T. */
    private static Events written(String script) {
        Events log = log();
        for (String step : script.isBlank() ? new String[0] : script.split(" ")) {
            Instant time = T.plus(Duration.ofHours(Integer.parseInt(step.substring(1, 2))));
            Map<String, Value> data = step.length() > 3 ? Map.of("User", text(step.substring(3))) : Map.of();
            switch (step.charAt(0)) {
                case 'a' -> log.event(A, 1, time, data);
                case 'b' -> log.event(B, 1, time, data);
                case '-' -> log.lose(4).neutral(time);
                default -> throw new IllegalArgumentException(step);
            }
        }
        return log.neutral(Events.NOW);
    }

    /** {@code -3} loses records before a record at hour 3; {@code a1:x} has the user x. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exists a                                   | a1            | TRUE
            exists a                                   | b1            | FALSE
            exists a                                   | b1 -3         | UNKNOWN
            exists a                                   | a1 -3         | TRUE
            exists a[data.User = 'x']                  | a1            | UNKNOWN
            exists a[has data.User]                    | a1            | FALSE
            count a = 2                                | a1 a2         | TRUE
            count a = 2                                | a1            | FALSE
            count a = 2                                | a1 -2         | UNKNOWN
            count a >= 2                               | a1 a2 -3      | TRUE
            count a < 2                                | a1 a2 -3      | FALSE
            count a != 2                               | a1 a2 a3 -4   | TRUE
            count a[data.User = 'x'] >= 1              | a1            | UNKNOWN
            last a is [data.User = 'x']                | a1:y a2:x     | TRUE
            last a is [data.User = 'x']                | a1:x a2:y     | FALSE
            last a is [data.User = 'x']                | a1:y a2       | UNKNOWN
            last a is [data.User = 'x']                | a1:x -2       | UNKNOWN
            last a is [data.User = 'x']                | a1:y -2 a3:x  | TRUE
            last a is [data.User = 'x']                | b1            | FALSE
            last a is [data.User = 'x']                | b1 -2         | UNKNOWN
            first a is [data.User = 'x']               | a1:x a2:y     | TRUE
            first a is [data.User = 'x']               | -1 a2:x       | UNKNOWN
            exists a after last b                      | b1 a2         | TRUE
            exists a after last b                      | a1 b2         | FALSE
            exists a after last b                      | a1            | FALSE
            exists a after last b                      | b1 a2 -3      | UNKNOWN
            exists a after first b                     | b1 a2 b3      | TRUE
            exists a before last b                     | a1 b2         | TRUE
            exists a before last b                     | b1 a2         | FALSE
            exists a before first b                    | b1 a2         | FALSE
            exists a before first b                    | a1 b2         | TRUE
            exists a within 1h of b                    | a1 b2         | TRUE
            exists a within 1h of b                    | b2 a3         | TRUE
            exists a within 1h of b                    | a1 b3         | FALSE
            exists a within 3h of b same (data.User)   | a1:x b2:y     | FALSE
            exists a within 3h of b same (data.User)   | a1:x b2:X     | TRUE
            exists a within 3h of b same (data.User)   | a1:x b2       | UNKNOWN
            exists a followed by b                     | a1 b2         | TRUE
            exists a followed by b                     | b1 a2         | FALSE
            exists a followed by b                     | a1 -2         | UNKNOWN
            exists a followed by b within 1h           | a1 b3         | FALSE
            exists a not followed by b                 | a1 b2         | FALSE
            exists a not followed by b                 | a1 b2 a3      | TRUE
            exists a not followed by b                 | b1 a2 -3      | UNKNOWN
            exists a not followed by b within 99d      | b1 a2         | UNKNOWN
            exists a not followed by b same (data.User)| a1:x b2:y     | TRUE
            exists a and exists b                      | a1            | FALSE
            exists a or exists b                       | a1 -2         | TRUE
            not exists a                               | b1            | TRUE
            not exists a                               | b1 -2         | UNKNOWN
            fact f is yes                              | a1            | TRUE
            fact f is {no, perhaps}                    | a1            | FALSE
            fact g is yes                              | a1            | UNKNOWN
            machine-is machine                         | a1            | TRUE
            machine-is ca                              | a1            | UNKNOWN
            """)
    void signal_log_truth(String expression, String script, Truth truth) {
        assertThat(state(expression, written(script)).truth()).isEqualTo(truth);
    }

    @Test
    void exists_logMissing_isUnknown() {
        SignalState state = state("exists a", Events.empty("x").in("Application").neutral(T));

        assertThat(state.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(state.reasons()).containsExactly(Reason.of(Reason.Code.LOG_MISSING, "System", "machine"));
    }

    @Test
    void exists_logStartsLate_isUnknown() {
        SignalState state = state("exists a", Events.since(T));

        assertThat(state.reasons()).extracting(Reason::code).containsExactly(Reason.Code.LOG_STARTS_LATE);
    }

    @Test
    void exists_provenAbsent_namesTheProof() {
        SignalState state = state("exists a", written("b1"));

        assertThat(state.reasons()).containsExactly(
                Reason.of(Reason.Code.LOG_READ, "System", Events.NOW.minus(Duration.ofDays(30)), Events.NOW));
    }

    @Test
    void exists_onlyBeforeThePeriod_isFalseButTheStateLasts() {
        Events old = log().event(A, 1, Events.NOW.minus(Duration.ofDays(40)), Map.of("User", text("x")));

        assertThat(state("exists a", old).truth()).isEqualTo(Truth.FALSE);
        assertThat(state("last a is [data.User = 'x']", old).truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void exists_afterNow_isNotLookedAt() {
        assertThat(state("exists a", log().event(A, 1, Events.NOW.plusSeconds(1), Map.of())).truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void exists_damageInThePeriod_isUnknown() {
        Events log = log().neutral(T).damage(Problem.of(EvtxProblem.NOT_AN_EVENT_LOG, Place.of("x"), "0"))
                .neutral(T.plusSeconds(5));

        assertThat(state("exists a", log).reasons()).extracting(Reason::code)
                .containsExactly(Reason.Code.LOG_HAS_HOLE);
    }

    @Test
    void caSet_notProvenCa_absenceIsUnknownAndPresenceCounts() {
        assertThat(state("exists a", written("b1"), Role.CA, Optional.empty()).reasons())
                .containsExactly(Reason.of(Reason.Code.ROLE_UNPROVEN, "ca"));
        assertThat(state("exists a", written("a1"), Role.CA, Optional.empty()).truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void caSet_machineThatLogsAsCa_absenceIsProven() {
        Events ca = written("b1").in("Application").event(CaseLogs.CA_PROVIDER, 26, T, Map.of());

        assertThat(state("exists a", ca, Role.CA, Optional.empty()).truth()).isEqualTo(Truth.FALSE);
        assertThat(state("machine-is ca", ca).truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void caSet_onlyTheClientIsGiven_isUnknown() {
        assertThat(state("exists a", written("a1"), Role.CA, Optional.of(Role.CLIENT)).truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(state("machine-is ca", written("a1"), Role.CA, Optional.of(Role.CLIENT)).truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void roleGiven_absenceIsProven() {
        assertThat(state("exists a", written("b1"), Role.CA, Optional.of(Role.CA)).truth()).isEqualTo(Truth.FALSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status(data.X) = E_ACCESSDENIED          | 5                            | TRUE
            status(data.X) = E_ACCESSDENIED          | 0x80070005                   | TRUE
            status(data.X) = 5                       | -2147024891                  | TRUE
            status(data.X) = ERROR_ACCESS_DENIED     | %%5                          | TRUE
            status(data.X) = 5                       | Access is denied.            | TRUE
            status(data.X) = 5                       | Accès refusé.                | TRUE
            status(data.X) = NTE_EXISTS              | Access is denied.            | FALSE
            status(data.X) = 5                       | Käse.                        | UNKNOWN
            status(data.X) != 5                      | Käse.                        | UNKNOWN
            status(data.X) in {1722, 5}              | 0x800706ba (WIN32: 1722)     | TRUE
            data.X = 0x8009030D                      | 0x8009030D                   | TRUE
            data.X = 0x8009030D                      | -2146893043                  | TRUE
            data.X > 10                              | 9                            | FALSE
            data.X > 10                              | many                         | UNKNOWN
            data.X = 10                              | many                         | FALSE
            data.X = 'SERVER'                        | server                       | TRUE
            data.X != 'server'                       | client                       | TRUE
            data.X like 'S*v?r'                      | server                       | TRUE
            data.X like 'S*v'                        | server                       | FALSE
            sid(data.X) = S-1-5-20                   | S-1-5-20                     | TRUE
            sid(data.X) = S-1-5-20                   | NETWORK SERVICE              | UNKNOWN
            number(data.X) >= 0x10                   | 16                           | TRUE
            data[1] = 'x'                            | x                            | TRUE
            data[2] = 'x'                            | x                            | UNKNOWN
            data[last] = 'x'                         | x                            | TRUE
            has data.Y                               | x                            | FALSE
            not (id = 1 and data.X = 'x')            | x                            | FALSE
            """)
    void condition_value_truth(String condition, String value, Truth truth) {
        Events log = log().event(A, 1, T, Map.of("X", text(value)));

        assertThat(state("last a is [" + condition + "]", log).truth()).isEqualTo(truth);
    }

    @Test
    void condition_typedValues_areCompared() {
        Events log = log().event(A, 1, T, Map.of("X", new Value.Int(ValueType.INT32, -2146893043L)));
        Events sid = log().event(A, 1, T, Map.of("X", new Value.SidValue(Sid.parse("S-1-5-7"))));

        assertThat(state("exists a[data.X = 0x8009030D and status(data.X) = 0x8009030D]", log).truth())
                .isEqualTo(Truth.TRUE);
        assertThat(state("exists a[sid(data.X) = S-1-5-7]", sid).truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void followed_manyEvents_staysQuick() {
        Events log = log();
        for (int i = 0; i < 4000; i++) {
            log.event(i % 2 == 0 ? A : B, 1, T.plusSeconds(i), Map.of("User", text("u" + i)));
        }

        assertThat(state("exists a followed by b same (data.User)", log.neutral(Events.NOW)).truth())
                .isEqualTo(Truth.FALSE);
    }
}
