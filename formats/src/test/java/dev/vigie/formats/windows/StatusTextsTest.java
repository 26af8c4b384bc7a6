package dev.vigie.formats.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.windows.StatusTexts.Certainty;
import dev.vigie.formats.windows.StatusTexts.Match;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Le serveur RPC n'est pas disponible", "Le serveur RPC n\u2019est pas disponible.",
            "le  SERVEUR\u00A0RPC n'est pas disponible !",
            "Erreur 1722 : \u00AB Le serveur RPC n\u2019est pas disponible. \u00BB",
            "\r\n Le serveur RPC n'est pas\tdisponible. (0x800706BA)"})
    void find_sentenceHoweverTyped_isItsCode(String sentence) {
        assertThat(StatusTexts.find(sentence))
                .containsExactly(new Match(StatusCode.win32(1722), "fr", Certainty.DOCUMENTED));
    }

    @Test
    void find_sentencesOfEvents1057And1058_areToldApart() {
        assertThat(code("The relevant status code was Access is denied.")).isEqualTo(StatusCode.win32(5));
        assertThat(code("The relevant status code was Object already exists."))
                .isEqualTo(StatusCode.hresult(0x8009000F));
        assertThat(code("Keyset does not exist")).isEqualTo(StatusCode.hresult(0x80090016));
        assertThat(code("Acce\u0300s refuse\u0301.")).isEqualTo(StatusCode.win32(5));
        assertThat(code("Zugriff verweigert")).isEqualTo(StatusCode.win32(5));
    }

    @Test
    void find_frenchWordingsSeenNowhere_areMarked() {
        assertThat(StatusTexts.find("Le jeu de cl\u00e9s n\u2019existe pas.")).extracting(Match::certainty)
                .containsExactly(Certainty.UNVERIFIED);
    }

    @Test
    void find_longerSentence_winsOverTheOneWithinIt() {
        assertThat(StatusTexts.find("Das Objekt ist bereits vorhanden.")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "Everything is fine.", "The server is unavailable"})
    void find_otherText_isNothing(String text) {
        assertThat(StatusTexts.find(text)).isEmpty();
    }

    @Test
    void find_wordsRunTogether_areNoSentence() {
        assertThat(StatusTexts.find("xaccess is deniedx")).isEmpty();
    }

    @Test
    void table_isNormalisedAndItsCodesHaveNames() throws IOException {
        for (String line : lines()) {
            String[] columns = line.split("\t", -1);
            assertThat(columns[1]).isEqualTo(StatusTexts.normalise(columns[1]));
            StatusCode code = new StatusCode(StatusKind.valueOf(columns[2]), Integer.parseUnsignedInt(columns[3], 16));
            assertThat(code.names()).as(line).isNotEmpty();
            Match match = new Match(code, columns[0], Certainty.valueOf(columns[4].toUpperCase(Locale.ROOT)));
            assertThat(StatusTexts.find(columns[1])).contains(match);
        }
        assertThat(lines()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    private static StatusCode code(String text) {
        return StatusTexts.find(text).getFirst().code();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = StatusTexts.class.getResourceAsStream("status-texts.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
