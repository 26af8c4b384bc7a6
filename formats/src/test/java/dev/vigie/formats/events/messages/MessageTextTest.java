package dev.vigie.formats.events.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.events.messages.MessageText.Insert;
import dev.vigie.formats.events.messages.MessageText.Literal;
import dev.vigie.formats.events.messages.MessageText.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {
    @Test
    void escapes_areWhatFormatMessageMakesOfThem() {
        assertThat(MessageText.parse("a%nb%tc%bd%.e%!f% g%rh%zi")).containsExactly(new Literal("a\nb\tc d.e!f g\nhzi"));
    }

    @Test
    void endsOfLines_areOneCharacter() {
        assertThat(MessageText.parse("a\r\nb%r%nc\n")).containsExactly(new Literal("a\nb\nc\n"));
    }

    @Test
    void percentZero_endsTheMessage() {
        assertThat(MessageText.parse("now%0 never\r\n")).containsExactly(new Literal("now"));
    }

    @Test
    void inserts_haveOneOrTwoDigits_andAFormat() {
        assertThat(MessageText.parse("%1%12!08lx!%123%9!s")).containsExactly(new Insert(1, "s"), new Insert(12, "08lx"),
                new Insert(12, "s"), new Literal("3"), new Insert(9, "s"), new Literal("!s"));
    }

    @Test
    void twoPercentSigns_areAParameterBeforeDigits_elseOne() {
        assertThat(MessageText.parse("%%1833 100%% %%99999999999")).containsExactly(new Parameter(1833, "%1833"),
                new Literal(" 100% "), new Parameter(9999999999L, "%9999999999"), new Literal("9"));
    }

    @Test
    void percentAtTheEnd_staysItself() {
        assertThat(MessageText.parse("half%")).containsExactly(new Literal("half%"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s     | text       | text
            8s    | text       | '    text'
            -8s   | text       | 'text    '
            .2s   | text       | te
            d     | 42         | 42
            05d   | -42        | -0042
            x     | 255        | ff
            #x    | 0xff       | 0xff
            08lX  | 48879      | 0000BEEF
            I64u  | 18446744073709551615 | 18446744073709551615
            d     | no number  | no number
            +d    | 7          | +7
            .4d   | 7          | 0007
            *d    | 7          | 7
            99999d | 7         | 7
            """)
    void formats_areThoseOfPrintf(String format, String value, String expected) {
        assertThat(InsertFormat.apply(format, value)).isEqualTo(expected);
    }
}
