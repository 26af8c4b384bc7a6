package dev.vigie.formats.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vigie.formats.Place;
import dev.vigie.formats.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecurityDescriptorTest {
    private static final Place PLACE = Place.at("sd", 0x100);
    /** O:BAG:SYD:(A;;FA;;;SY), put together by hand from MS-DTYP 2.4.6, 2.4.5, 2.4.4.2 and 2.4.2.2. */
    private static final String BY_HAND = "01000480" + "30000000" + "40000000" + "00000000" + "14000000"
            + "02001c00" + "01000000" + "00001400" + "ff011f00" + "010100000000000512000000"
            + "01020000000000052000000020020000" + "010100000000000512000000";
    private static final String RICH = "O:NSG:BAD:PAI(A;OICI;GA;;;BA)"
            + "(OA;CI;CR;0e10c968-78fb-11d2-90d4-00c04f79dc55;bf967aba-0de6-11d0-a285-00aa003049e2;AU)"
            + "(XA;;FX;;;WD;#61727478)(D;;KA;;;AN)(0x4;;#0102)S:(AU;SAFA;GA;;;WD)(ML;;NW;;;LW)";

    @Test
    void bytes_putTogetherByHand_areReadAndWritten() {
        byte[] bytes = HexFormat.of().parseHex(BY_HAND);
        SecurityDescriptor.Reading reading = SecurityDescriptor.read(bytes, 0, bytes.length, PLACE);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.descriptor().toSddl()).isEqualTo("O:BAG:SYD:(A;;FA;;;SY)");
        assertThat(reading.descriptor().toBytes()).isEqualTo(bytes);
    }

    @Test
    void bytes_ofEveryFormOfEntry_comeBackAsTheyWere() {
        SecurityDescriptor descriptor = SecurityDescriptor.parse(RICH);
        byte[] bytes = descriptor.toBytes();
        byte[] shifted = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, shifted, 5, bytes.length);
        SecurityDescriptor.Reading reading = SecurityDescriptor.read(shifted, 5, bytes.length, PLACE);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.descriptor()).isEqualTo(descriptor);
        assertThat(reading.descriptor().toSddl()).isEqualTo(RICH);
    }

    @Test
    void bytes_cutAnywhere_giveTheGoodPartAndAProblem() {
        byte[] bytes = SecurityDescriptor.parse(RICH).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            SecurityDescriptor.Reading reading = SecurityDescriptor.read(bytes, 0, length, PLACE);
            assertThat(reading.problems()).as("cut to %d", length).isNotEmpty();
        }
        assertThat(SecurityDescriptor.read(bytes, 0, bytes.length - 1, PLACE).descriptor().owner()).isNotNull();
    }

    @Test
    void bytes_withAnUnreadableDacl_areNotTakenForFullAccess() {
        byte[] bytes = HexFormat.of().parseHex(BY_HAND);
        bytes[16] = (byte) 0xF0;
        SecurityDescriptor.Reading reading = SecurityDescriptor.read(bytes, 0, bytes.length, PLACE);
        assertThat(reading.descriptor().isNullDacl()).isFalse();
        assertThat(reading.problems()).extracting(Problem::code).containsExactly(SecurityProblem.BAD_ACL);
        assertThat(reading.problems().getFirst().place().offset()).isEqualTo(0x110);
    }

    @Test
    void entry_withADamagedSid_isKeptRaw() {
        byte[] bytes = HexFormat.of().parseHex(BY_HAND);
        bytes[37] = 9;
        SecurityDescriptor.Reading reading = SecurityDescriptor.read(bytes, 0, bytes.length, PLACE);
        assertThat(reading.problems()).extracting(Problem::code).containsExactly(SecurityProblem.BAD_ACE);
        assertThat(Objects.requireNonNull(reading.descriptor().dacl()).entries()).singleElement()
                .isInstanceOf(Ace.Raw.class);
        assertThat(reading.descriptor().toBytes()).isEqualTo(bytes);
    }

    @Test
    void bytes_withRandomDamage_neverFail() {
        byte[] good = SecurityDescriptor.parse(RICH).toBytes();
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = good.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            checkBinary(bytes);
        }
    }

    @FuzzTest(maxDuration = "10s")
    void binary_anyBytes_areReadAndWhatWasReadIsStable(byte[] bytes) {
        checkBinary(bytes);
    }

    @FuzzTest(maxDuration = "10s")
    void sddl_anyText_isReadOrRefusedWithAPosition(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            String written = SecurityDescriptor.parse(text).toSddl();
            assertThat(SecurityDescriptor.parse(written).toSddl()).isEqualTo(written);
        } catch (SddlSyntaxException e) {
            assertThat(e.position()).isBetween(0, text.length());
        }
    }

    private static void checkBinary(byte[] bytes) {
        SecurityDescriptor descriptor = SecurityDescriptor.read(bytes, 0, bytes.length, PLACE).descriptor();
        byte[] written = descriptor.toBytes();
        SecurityDescriptor.Reading again = SecurityDescriptor.read(written, 0, written.length, PLACE);
        assertThat(again.descriptor()).as(() -> HexFormat.of().formatHex(bytes)).isEqualTo(descriptor);
        assertThat(Arrays.equals(again.descriptor().toBytes(), written)).isTrue();
        SecurityDescriptor fromText = SecurityDescriptor.parse(descriptor.toSddl());
        assertThat(fromText.toSddl()).isEqualTo(descriptor.toSddl());
    }
}
