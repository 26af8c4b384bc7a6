package dev.vigie.formats.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vigie.formats.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {
    private static final int DIRECTORY_ENTRY = 0x0201_4b50;
    private static final int LOCAL_HEADER = 0x0403_4b50;
    private static final int DIRECTORY_END = 0x0605_4b50;
    private static final byte[] LOG = content(300_000, 1);
    private static final byte[] OTHER_LOG = content(70_000, 2);

    @TempDir
    private Path folder;
    private final List<Problem> problems = new ArrayList<>();

    /** Half noise and half zeros, as logs are. */
    private static byte[] content(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        Arrays.fill(bytes, size / 2, size, (byte) 0);
        return bytes;
    }

    private static Map<String, byte[]> twoLogs() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("Logs/System.evtx", LOG);
        members.put("Logs/readme.txt", "hello".getBytes(StandardCharsets.UTF_8));
        members.put("Logs/Security.evtx", OTHER_LOG);
        return members;
    }

    private Map<String, byte[]> unpack(byte[] zip) throws IOException {
        return unpack(zip, ArchiveLimits.defaults());
    }

    private Map<String, byte[]> unpack(byte[] zip, ArchiveLimits limits) throws IOException {
        Path file = Files.write(folder.resolve("a.zip"), zip);
        UnpackBudget budget = new UnpackBudget(limits);
        Map<String, byte[]> unpacked = new LinkedHashMap<>();
        try (FileChannel channel = FileChannel.open(file)) {
            ZipArchive archive = ZipArchive.read("a.zip", channel, budget, name -> name.endsWith(".evtx"));
            archive.problem().ifPresent(problems::add);
            for (ZipMember member : archive.members()) {
                try (InputStream in = ZipArchive.open(member.name(), member, channel, budget, problems::add)) {
                    unpacked.put(member.name(), in.readAllBytes());
                }
            }
        }
        return unpacked;
    }

    private List<ArchiveProblem> codes() {
        return problems.stream().map(problem -> (ArchiveProblem) problem.code()).toList();
    }

    @Test
    void members_deflatedOrStored_areUnpacked() throws IOException {
        for (byte[] zip : List.of(Archives.zip(twoLogs()), Archives.storedZip(twoLogs()))) {
            Map<String, byte[]> unpacked = unpack(zip);
            assertThat(unpacked).containsOnlyKeys("Logs/System.evtx", "Logs/Security.evtx");
            assertThat(unpacked.get("Logs/System.evtx")).isEqualTo(LOG);
            assertThat(unpacked.get("Logs/Security.evtx")).isEqualTo(OTHER_LOG);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void anArchiveBehindOtherBytes_isFound() throws IOException {
        assertThat(unpack(Archives.join(content(5000, 3), Archives.zip(twoLogs()))).get("Logs/System.evtx"))
                .isEqualTo(LOG);
        assertThat(problems).isEmpty();
    }

    @Test
    void anArchiveWithAComment_isFound() throws IOException {
        byte[] zip = Archives.zip(twoLogs());
        Archives.edit(zip).putShort(zip.length - 2, (short) 9);
        assertThat(unpack(Archives.join(zip, "comment!!".getBytes(StandardCharsets.UTF_8)))).hasSize(2);
        assertThat(problems).isEmpty();
    }

    @Test
    void names_areOnlyNames() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (String name : List.of("../../etc/x.evtx", "/etc/y.evtx", "C:\\Windows\\z.evtx", "a\u001b[2J.evtx")) {
            members.put(name, OTHER_LOG);
        }
        assertThat(unpack(Archives.zip(members))).containsOnlyKeys(members.keySet());
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("a.zip"));
    }

    @Test
    void anArchiveThatWasCut_givesWhatIsThere() throws IOException {
        byte[] zip = Archives.zip(twoLogs());
        int third = Archives.indexOf(zip, LOCAL_HEADER, Archives.indexOf(zip, LOCAL_HEADER, 200_000 / 2) + 4);
        Map<String, byte[]> unpacked = unpack(Arrays.copyOf(zip, third + 20_000));
        assertThat(unpacked.get("Logs/System.evtx")).isEqualTo(LOG);
        byte[] part = unpacked.getOrDefault("Logs/Security.evtx", new byte[0]);
        assertThat(part).hasSizeGreaterThan(10_000).isEqualTo(Arrays.copyOf(OTHER_LOG, part.length));
        assertThat(codes()).containsExactly(ArchiveProblem.NO_DIRECTORY, ArchiveProblem.TRUNCATED);
    }

    @Test
    void anArchiveWithoutDirectory_givesAllOfStoredMembersToo() throws IOException {
        byte[] zip = Archives.storedZip(twoLogs());
        Map<String, byte[]> unpacked = unpack(Arrays.copyOf(zip, Archives.indexOf(zip, DIRECTORY_ENTRY, 370_000)));
        assertThat(unpacked.get("Logs/System.evtx")).isEqualTo(LOG);
        assertThat(unpacked.get("Logs/Security.evtx")).isEqualTo(OTHER_LOG);
        assertThat(codes()).containsExactly(ArchiveProblem.NO_DIRECTORY);
    }

    @Test
    void aWrongChecksum_isToldAndTheBytesAreGiven() throws IOException {
        byte[] zip = Archives.storedZip(twoLogs());
        zip[1000] ^= 1;
        assertThat(unpack(zip).get("Logs/System.evtx")).hasSize(LOG.length).isNotEqualTo(LOG);
        assertThat(codes()).containsExactly(ArchiveProblem.BAD_CRC);
    }

    @Test
    void damagedPackedBytes_giveWhatCameBefore() throws IOException {
        byte[] zip = Archives.zip(twoLogs());
        // Noise is stored in blocks, whose lengths stand among the bytes.
        Arrays.fill(zip, 100_000, 150_000, (byte) 0xFF);
        assertThat(unpack(zip)).containsKey("Logs/Security.evtx");
        assertThat(codes()).hasSize(1).first().isIn(ArchiveProblem.BAD_DATA, ArchiveProblem.BAD_CRC);
    }

    @Test
    void anEncryptedMember_isRefused() throws IOException {
        byte[] zip = Archives.zip(twoLogs());
        int entry = Archives.indexOf(zip, DIRECTORY_ENTRY, 0);
        zip[entry + 8] |= 1;
        assertThatExceptionOfType(ArchiveException.class).isThrownBy(() -> unpack(zip))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ArchiveProblem.ENCRYPTED));
    }

    @Test
    void anUnknownMethod_isNamed() throws IOException {
        byte[] zip = Archives.zip(twoLogs());
        Archives.edit(zip).putShort(Archives.indexOf(zip, DIRECTORY_ENTRY, 0) + 10, (short) 9);
        assertThatExceptionOfType(ArchiveException.class).isThrownBy(() -> unpack(zip))
                .satisfies(e -> assertThat(e.problem().arguments()).containsExactly(9));
    }

    @Test
    void membersThatShareBytes_areRefused() throws IOException {
        byte[] zip = Archives.zip(twoLogs());
        int first = Archives.indexOf(zip, DIRECTORY_ENTRY, 0);
        int last = Archives.indexOf(zip, DIRECTORY_ENTRY, Archives.indexOf(zip, DIRECTORY_ENTRY, first + 4) + 4);
        Archives.edit(zip).putInt(last + 42, 0);
        assertThatExceptionOfType(ArchiveException.class).isThrownBy(() -> unpack(zip))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ArchiveProblem.OVERLAPPING));
    }

    @Test
    void moreBytesThanTheLimit_areNotGiven() throws IOException {
        byte[] zip = Archives.zip(twoLogs());
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> unpack(zip, ArchiveLimits.ofBytes(LOG.length + 1)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ArchiveProblem.TOO_LARGE));
        assertThat(unpack(zip, ArchiveLimits.ofBytes(LOG.length + OTHER_LOG.length))).hasSize(2);
    }

    @Test
    void aBomb_endsAtTheLimitOfSwelling() throws IOException {
        byte[] zip = Archives.zip(Map.of("bomb.evtx", new byte[300 << 20]));
        assertThat(zip).hasSizeLessThan(400_000);
        assertThatExceptionOfType(ArchiveException.class).isThrownBy(() -> unpack(zip))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ArchiveProblem.SWELLING));
    }

    @Test
    void aHundredThousandMembers_areListed_andNotMoreThanTheLimit() throws IOException {
        Map<String, byte[]> members = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            members.put("f" + i + ".txt", new byte[0]);
        }
        members.put("System.evtx", OTHER_LOG);
        byte[] zip = Archives.zip(members);
        assertThat(unpack(zip)).containsOnlyKeys("System.evtx");
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> unpack(zip, new ArchiveLimits(1 << 30, 50_000, 250)))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ArchiveProblem.TOO_MANY_MEMBERS));
    }

    @Test
    void zip64_isRead() throws IOException {
        assertThat(unpack(zip64(OTHER_LOG)).get("big.evtx")).isEqualTo(OTHER_LOG);
        assertThat(problems).isEmpty();
    }

    /** A stored member with all its numbers in the Zip64 fields (APPNOTE 4.3.14, 4.3.15, 4.5.3). */
    private static byte[] zip64(byte[] log) {
        byte[] name = "big.evtx".getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[log.length + 500];
        ByteBuffer zip = Archives.edit(bytes);
        zip.putInt(LOCAL_HEADER).putShort((short) 45).putShort((short) 0).putShort((short) 0).putInt(0)
                .putInt((int) Archives.crc(log)).putInt(-1).putInt(-1).putShort((short) name.length)
                .putShort((short) 20).put(name);
        zip.putShort((short) 1).putShort((short) 16).putLong(log.length).putLong(log.length).put(log);
        long start = zip.position();
        zip.putInt(DIRECTORY_ENTRY).putShort((short) 45).putShort((short) 45).putShort((short) 0).putShort((short) 0)
                .putInt(0).putInt((int) Archives.crc(log)).putInt(-1).putInt(-1).putShort((short) name.length)
                .putShort((short) 28).putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(-1)
                .put(name);
        zip.putShort((short) 1).putShort((short) 24).putLong(log.length).putLong(log.length).putLong(0);
        long end = zip.position();
        zip.putInt(0x0606_4b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0).putInt(0).putLong(1)
                .putLong(1).putLong(end - start).putLong(start);
        zip.putInt(0x0706_4b50).putInt(0).putLong(end).putInt(1);
        zip.putInt(DIRECTORY_END).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return Arrays.copyOf(bytes, zip.position());
    }

    @Test
    void anyDamage_endsWithDataOrARefusal() throws IOException {
        byte[] whole = Archives.zip(Map.of("a.evtx", content(3000, 4), "b.evtx", content(2000, 5)));
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            byte[] zip = Arrays.copyOf(whole, whole.length - random.nextInt(3) * random.nextInt(whole.length / 2));
            for (int i = random.nextInt(6); i >= 0; i--) {
                zip[random.nextInt(zip.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(unpack(zip, ArchiveLimits.ofBytes(1 << 20)).size()).isLessThanOrEqualTo(2);
            } catch (ArchiveException refused) {
                assertThat(refused.problem().code()).isInstanceOf(ArchiveProblem.class);
            }
        }
    }
}
