package dev.vigie.formats.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TarReaderTest {
    private static final byte[] END = new byte[2 * TarReader.BLOCK];
    private static final byte[] LOG = new byte[70_001];
    private Optional<ArchiveProblem> problem = Optional.empty();

    static {
        new Random(3).nextBytes(LOG);
    }

    private Map<String, byte[]> read(byte[] tar) throws IOException {
        return read(tar, ArchiveLimits.defaults());
    }

    private Map<String, byte[]> read(byte[] tar, ArchiveLimits limits) throws IOException {
        TarReader reader = new TarReader("a.tar", new ByteArrayInputStream(tar), new UnpackBudget(limits));
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (var member = reader.next(); member.isPresent(); member = reader.next()) {
            members.put(member.get().name(), reader.content().readAllBytes());
        }
        problem = reader.problem().map(found -> (ArchiveProblem) found.code());
        return members;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void members_areReadInOrder_andOthersPassedBy() throws IOException {
        byte[] tar = Archives.join(Archives.tarMember("logs/", '5', new byte[0]),
                Archives.tarMember("logs/System.evtx", '0', LOG), Archives.tarMember("link", '2', new byte[0]),
                Archives.tarMember("../Security.evtx", '0', bytes("short")), END);
        assertThat(read(tar)).containsOnlyKeys("logs/System.evtx", "../Security.evtx")
                .containsEntry("logs/System.evtx", LOG).containsEntry("../Security.evtx", bytes("short"));
        assertThat(problem).isEmpty();
    }

    @Test
    void offsets_areThoseOfTheBytes() throws IOException {
        byte[] tar = Archives.join(Archives.tarMember("a", '0', LOG), Archives.tarMember("b", '0', LOG), END);
        TarReader reader = new TarReader("a.tar", new ByteArrayInputStream(tar),
                new UnpackBudget(ArchiveLimits.defaults()));
        for (int i = 0; i < 2; i++) {
            TarMember member = reader.next().orElseThrow();
            int start = (int) member.offset();
            assertThat(Arrays.copyOfRange(tar, start, start + (int) member.size())).isEqualTo(LOG);
        }
    }

    @Test
    void longNames_ofGnuAndPax_areRead() throws IOException {
        String name = "folder/".repeat(30) + "Système.evtx";
        byte[] gnu = Archives.join(Archives.tarMember("././@LongLink", 'L', bytes(name + "\0")),
                Archives.tarMember(name.substring(0, 90), '0', LOG), END);
        assertThat(read(gnu)).containsOnlyKeys(name);
        byte[] pax = Archives.join(Archives.tarMember("g", 'g', bytes("18 comment=global\n")),
                Archives.tarMember("x", 'x', bytes(pax("mtime", "1.5") + pax("path", name))),
                Archives.tarMember("short", '0', LOG), Archives.tarMember("next", '0', LOG), END);
        assertThat(read(pax)).containsOnlyKeys(name, "next");
        assertThat(problem).isEmpty();
    }

    /** The length counts its own digits. */
    private static String pax(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = bytes(rest).length;
        int digits = Integer.toString(length + 3).length();
        return (length + digits) + rest;
    }

    @Test
    void aSizeInTheExtendedHeader_counts() throws IOException {
        byte[] header = Archives.tarMember("a.evtx", '0', LOG, bytes("00000000000\0"));
        byte[] tar = Archives.join(Archives.tarMember("x", 'x', bytes(pax("size", Integer.toString(LOG.length)))),
                header, END);
        assertThat(read(tar)).containsEntry("a.evtx", LOG);
    }

    @Test
    void aBinarySize_isRead() throws IOException {
        byte[] size = new byte[12];
        size[0] = (byte) 0x80;
        size[9] = (byte) (LOG.length >> 16);
        size[10] = (byte) (LOG.length >> 8);
        size[11] = (byte) LOG.length;
        assertThat(read(Archives.join(Archives.tarMember("a", '0', LOG, size), END))).containsEntry("a", LOG);
        Arrays.fill(size, (byte) 0xFF);
        assertThat(read(Archives.join(Archives.tarMember("a", '0', LOG, size), END))).isEmpty();
        assertThat(problem).contains(ArchiveProblem.BAD_HEADER);
    }

    @Test
    void aTarThatWasCut_givesWhatIsThere() throws IOException {
        byte[] tar = Archives.join(Archives.tarMember("a", '0', LOG), Archives.tarMember("b", '0', LOG), END);
        Map<String, byte[]> members = read(Arrays.copyOf(tar, 100_000));
        assertThat(members.get("a")).isEqualTo(LOG);
        assertThat(members.get("b")).hasSize(100_000 - 70_656 - TarReader.BLOCK);
        assertThat(problem).contains(ArchiveProblem.TRUNCATED);
    }

    @Test
    void aDamagedHeader_endsTheArchive() throws IOException {
        byte[] second = Archives.tarMember("b", '0', LOG);
        second[5] ^= 1;
        assertThat(read(Archives.join(Archives.tarMember("a", '0', LOG), second, END))).containsOnlyKeys("a");
        assertThat(problem).contains(ArchiveProblem.BAD_HEADER);
    }

    @Test
    void moreMembersThanTheLimit_areRefused() {
        byte[] member = Archives.tarMember("a", '5', new byte[0]);
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> read(Archives.join(member, member, member), new ArchiveLimits(1 << 20, 2, 250)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ArchiveProblem.TOO_MANY_MEMBERS));
    }

    @Test
    void anyDamage_endsWithDataOrAProblem() throws IOException {
        byte[] whole = Archives.join(Archives.tarMember("x", 'x', bytes(pax("path", "n".repeat(120)))),
                Archives.tarMember("a", '0', bytes("content")), Archives.tarMember("b", '0', bytes("more")), END);
        Random random = new Random(11);
        for (int run = 0; run < 5000; run++) {
            byte[] tar = Arrays.copyOf(whole, whole.length - random.nextInt(whole.length));
            for (int i = random.nextInt(4); i > 0 && tar.length > 0; i--) {
                tar[random.nextInt(tar.length)] = (byte) random.nextInt();
            }
            assertThat(read(tar).size()).isLessThanOrEqualTo(3);
        }
    }
}
