package dev.vigie.diagnosis.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vigie.diagnosis.facts.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
    @Test
    void signal_andBindsMoreThanOr() throws ExpressionException {
        Expression expression = ExpressionParser.signal("signal a or signal b and not signal c");

        assertThat(expression).isEqualTo(new Expression.Or(List.of(new Expression.SignalIs("a"),
                new Expression.And(List.of(new Expression.SignalIs("b"),
                        new Expression.Not(new Expression.SignalIs("c")))))));
    }

    @Test
    void signal_notFollowed_isARelationAndNotANegation() throws ExpressionException {
        Expression expression = ExpressionParser
                .signal("exists a not followed by b[id = 1] within 5m same (user, data.X) and machine-is ca");

        Relation relation = new Relation.Followed(true, new Selection("b",
                Optional.of(new Condition.Compare(Field.Header.ID, Comparison.EQUAL, new Literal.Whole(1)))),
                Optional.of(Duration.ofMinutes(5)), List.of(Field.Header.USER, new Field.Named("X")));
        assertThat(expression).isEqualTo(new Expression.And(List.of(
                new Expression.Exists(new Selection("a", Optional.empty()), Optional.of(relation)),
                new Expression.MachineIs(Role.CA))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exists a", "exists a[id in {1, 2} and not (level <= 3 or has data.X)]",
            "count a[data[last] like '*x?'] >= 3", "last a is [status(data[2]) = NTE_BAD_KEYSET]",
            "first a is [sid(user) = S-1-5-20]", "fact rdp.key-file is {acl-narrow, absent}",
            "exists a after last b[computer = 'X']", "exists a before first b",
            "exists a within 30s of b same (data.Type)", "exists a followed by b within 1d",
            "exists a[status(data.Error) != 0x800706BA and number(data.Port) > 1024]",
            "(signal x or machine-is client) and not exists a[status(data[1]) in {5, ERROR_ACCESS_DENIED}]"})
    void signal_everyForm_isWrittenAndReadBackEqual(String text) throws ExpressionException, IOException {
        Expression expression = ExpressionParser.signal(text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new ExpressionWriter(new DataOutputStream(bytes)).expression(expression);

        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(new ExpressionReader(in).expression()).isEqualTo(expression);
        assertThat(in.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            exists                          | 6  | expected an event set
            exists a[id = ]                 | 14 | expected a number
            exists a[id = 'x']              | 9  | a number cannot be compared with text
            exists a[data.X = NTE_EXISTS]   | 9  | compared with status
            exists a[data.X = S-1-5-18]     | 9  | compared with sid
            exists a[data.X < 'b']          | 9  | by <
            exists a[status(id) = 5]        | 9  | takes a value of the payload
            exists a[status(data.X) > 5]    | 9  | by >
            exists a[data.X = NO_SUCH_CODE] | 18 | unknown status name
            exists a[colour = 1]            | 9  | unknown field
            exists a[data[0] = 1]           | 14 | counted from 1
            exists a[id = 1                 | 15 | "expected ']'"
            exists a within 5 of b          | 16 | expected a duration
            exists a within 5x of b         | 16 | not a number
            count a > many                  | 10 | expected a whole number
            last a                          | 6  | "expected 'is'"
            fact f is {a                    | 12 | "expected '}'"
            machine-is printer              | 11 | expected machine
            exists a) or exists b           | 8  | unexpected
            exists a[data.X = 'x]           | 18 | without closing quote
            frobnicate a                    | 0  | expected exists
            exists a & exists b             | 9  | unexpected character
            """)
    void signal_mistake_isReportedAtItsPosition(String text, int position, String message) {
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> ExpressionParser.signal(text))
                .satisfies(e -> {
                    assertThat(e.position()).isEqualTo(position);
                    assertThat(e).hasMessageContaining(message);
                });
    }

    @Test
    void signal_nestedWithoutEnd_isRefused() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> ExpressionParser.signal("(".repeat(100_000)))
                .withMessageContaining("nested");
    }
}
