package dev.vigie.formats.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTypesTest {
    @Test
    void fileTime_unixEpoch_isTheDocumentedNumberOfTicks() {
        assertThat(FileTime.of(Instant.EPOCH).ticks()).isEqualTo(116_444_736_000_000_000L);
    }

    @Test
    void fileTime_printsAllSevenDigitsAndReadsThemBack() {
        FileTime time = FileTime.parse("2026-03-18T08:14:03.1234567Z");
        assertThat(time).hasToString("2026-03-18T08:14:03.1234567Z");
        assertThat(FileTime.of(time.toInstant())).isEqualTo(time);
    }

    @Test
    void fileTime_ofZero_is1601() {
        assertThat(new FileTime(0)).hasToString("1601-01-01T00:00:00.0000000Z");
    }

    @Test
    void guid_packetForm_hasThreeLittleEndianFields() {
        byte[] bytes = HexFormat.of().parseHex("1289895d2d02aa40a3a84fa5515c76d7");
        Guid guid = Guid.read(bytes, 0);
        assertThat(guid).hasToString("{5d898912-022d-40aa-a3a8-4fa5515c76d7}");
        byte[] written = new byte[16];
        guid.write(written, 0);
        assertThat(written).isEqualTo(bytes);
        assertThat(Guid.parse("5D898912-022D-40AA-A3A8-4FA5515C76D7")).isEqualTo(guid);
    }

    @Test
    void guid_text_mustHaveTheFormOfOne() {
        assertThatThrownBy(() -> Guid.parse("5D898912022D40AAA3A84FA5515C76D7"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sid_roundTripsThroughBothForms() {
        Sid sid = Sid.parse("S-1-5-21-3623811015-3361044348-30300820-1013");
        byte[] bytes = sid.toBytes();
        assertThat(Sid.read(bytes, 0, bytes.length)).isEqualTo(sid).hasToString(sid.toString());
    }

    @Test
    void sid_cutShort_isRefused() {
        byte[] bytes = Sid.parse("S-1-5-32-544").toBytes();
        assertThatThrownBy(() -> Sid.read(bytes, 0, bytes.length - 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sid_authorityWithLeadingZeros_isDecimal() {
        assertThat(Sid.parse("S-1-010-5")).hasToString("S-1-10-5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-1-5-+18", "S-1-+5-18", "S-1-#5-18", "S-1-5-1٨"})
    void sid_withSignsOrOtherDigits_isNone(String text) {
        assertThatThrownBy(() -> Sid.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
