package dev.vigie.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void of_escapeSequence_cannotReachATerminal() {
        assertThat(Printable.of("a\u001B[31mb\u0007")).isEqualTo("a\\u001b[31mb\\u0007");
    }

    @Test
    void of_bidirectionalOverride_isShownAsItsEscape() {
        assertThat(Printable.of("exe\u202Egpj")).isEqualTo("exe\\u202egpj");
    }

    @Test
    void of_lineBreaks_becomeBlanks() {
        assertThat(Printable.of("a\r\nb\tc")).isEqualTo("a  b c");
    }

    @Test
    void of_ordinaryText_isTheSameObject() {
        String text = "Accès refusé. 😀";
        assertThat(Printable.of(text)).isSameAs(text);
    }

    @Test
    void of_formatCharacterBeyondTheBasicPlane_isEscaped() {
        assertThat(Printable.of("a" + Character.toString(0xE0041) + "😀")).isEqualTo("a\\udb40\\udc41😀");
    }

    @Test
    void of_loneSurrogate_isEscaped() {
        assertThat(Printable.of("x\uD83D")).isEqualTo("x\\ud83d");
        assertThat(Printable.of("\uDE00x")).isEqualTo("\\ude00x");
    }
}
