package dev.vigie.formats.events.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link EventXmlReaderFuzzTest} demands, over seeded damage, so that every build checks it. */
class DamagedXmlTest {
    private static final String SEED = "<?xml version='1.0' encoding='utf-8'?><Events xmlns:w='urn:w'><Event xmlns='"
            + RandomEventTrees.NAMESPACE
            + "'><System><Provider Name='P' Guid='{a7975c8f-ac13-49f1-87da-5a984a4ab417}'/>"
            + "<EventID Qualifiers='1'>7</EventID><TimeCreated SystemTime='2026-03-18T08:14:03.1234567Z'/></System>"
            + "<EventData><Data Name='ü'>&lt;x&#10;</Data></EventData></Event><w:Event><![CDATA[<Event><System/>"
            + "</Event>]]></w:Event><Event><!-- c --><a b=\"c\">d</a></Event></Events>";

    @Test
    void damagedDocuments_areReadWithoutFailure() {
        Random random = new Random(2026);
        byte[] utf8 = SEED.getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = SEED.getBytes(StandardCharsets.UTF_16LE);
        for (int round = 0; round < 4000; round++) {
            EventXmlReaderFuzzTest.check(damaged(random.nextInt(4) == 0 ? utf16 : utf8, random));
        }
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = Arrays.copyOf(sound, random.nextInt(4) == 0 ? random.nextInt(sound.length) : sound.length);
        int faults = 1 + random.nextInt(6);
        for (int i = 0; i < faults && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(12), bytes.length - at);
            if (random.nextBoolean()) {
                System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            } else {
                bytes[at] = (byte) (random.nextBoolean()
                        ? "<>/&;'\"=![]-?: \0".charAt(random.nextInt(16))
                        : random.nextInt());
            }
        }
        return bytes;
    }
}
