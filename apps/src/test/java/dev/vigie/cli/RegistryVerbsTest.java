package dev.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.formats.registry.EditableKey;
import dev.vigie.formats.registry.Hive;
import dev.vigie.formats.registry.HiveWriter;
import dev.vigie.formats.registry.RegistryValue;
import dev.vigie.formats.windows.FileTime;
import dev.vigie.formats.windows.SecurityDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryVerbsTest {
    private static final FileTime TIME = FileTime.parse("2026-03-18T08:14:03Z");
    private static final int BASE_BLOCK = 4096;
    @TempDir
    private Path folder;

    @BeforeEach
    void writeHives() throws IOException {
        EditableKey system = EditableKey.root();
        system.setSecurity(SecurityDescriptor.parse("O:BAG:SYD:(A;CI;KA;;;SY)"));
        system.create("Select").set(RegistryValue.number("Current", 1));
        system.create("ControlSet001\\Services\\TermService").set(RegistryValue.number("Start", 3))
                .set(RegistryValue.text("ObjectName", "NT AUTHORITY\\NetworkService"))
                .set(RegistryValue.texts("DependOnService", List.of("RPCSS", "TermDD")))
                .set(RegistryValue.binary("FailureActions", new byte[]{1, 2, 3}));
        system.create("ControlSet001\\Services\\WinRM").set(RegistryValue.number("Start", 2)).setClassName("class");
        write("SYSTEM", system);
        system.create("ControlSet001\\Services\\TermService").set(RegistryValue.number("Start", 4));
        system.remove("ControlSet001\\Services\\WinRM");
        system.create("ControlSet001\\Services\\Schannel").set(RegistryValue.text("", "new"));
        write("SYSTEM.after", system);
    }

    private void write(String name, EditableKey root) throws IOException {
        Files.write(folder.resolve(name), HiveWriter.toBytes(root, name, TIME));
    }

    /** The hive SYSTEM.dirty as it was before its last write, with a log that makes it SYSTEM.after. */
    private void writeDirty() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("SYSTEM"));
        byte[] after = Files.readAllBytes(folder.resolve("SYSTEM.after"));
        stamp(before, 2, 0);
        Files.write(folder.resolve("SYSTEM.dirty"), before);
        stamp(after, 2, 1);
        int bins = after.length - BASE_BLOCK;
        int bitmap = bins / 512 / Byte.SIZE;
        ByteBuffer log = ByteBuffer.allocate(1024 + bins).order(ByteOrder.LITTLE_ENDIAN);
        log.put(after, 0, 512).put("DIRT".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < bitmap; i++) {
            log.put((byte) 0xFF);
        }
        log.put(1024, after, BASE_BLOCK, bins);
        Files.write(folder.resolve("SYSTEM.dirty.LOG1"), log.array());
    }

    /** Sets the first sequence number and the type of file, and the checksum that fits. */
    private static void stamp(byte[] file, int sequence, int type) {
        ByteBuffer block = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(4, sequence).putInt(8, type == 0 ? 1 : sequence).putInt(28, type);
        int sum = 0;
        for (int at = 0; at < 508; at += Integer.BYTES) {
            sum ^= block.getInt(at);
        }
        block.putInt(508, sum);
    }

    private Console.Answer run(String... arguments) {
        return new Console(folder).run(arguments);
    }

    @Test
    void ls_long_showsKeysWithTimeClassAndPermissions() {
        Console.Answer answer = run("registry", "ls", "SYSTEM", "--depth", "3", "--long");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("Select\\  2026-03-18T08:14:03.0000000Z", "  Current  REG_DWORD  0x1 (1)",
                "ControlSet001\\Services\\WinRM\\", "[class]");
    }

    @Test
    void get_oneValue_givesItsDataAlone() {
        assertThat(run("registry", "get", "SYSTEM", "\\controlset001\\SERVICES\\termservice", "start").out())
                .isEqualTo("0x3 (3)\n");
        assertThat(run("registry", "get", "SYSTEM", "ControlSet001\\Services\\TermService", "DependOnService").out())
                .isEqualTo("RPCSS\nTermDD\n");
        assertThat(run("registry", "get", "SYSTEM", "ControlSet001\\Services\\TermService").out()).hasLineCount(4)
                .contains("FailureActions  REG_BINARY  01 02 03");
    }

    @Test
    void find_givesKeysAndValues_andSaysWhenThereAreNone() {
        Console.Answer found = run("registry", "find", "SYSTEM", "networkservice");
        assertThat(found.exitCode()).isZero();
        assertThat(found.out()).isEqualTo(
                "ControlSet001\\Services\\TermService  ObjectName  REG_SZ  NT AUTHORITY\\NetworkService\n");
        assertThat(run("registry", "find", "SYSTEM", "networkservice", "--names").exitCode()).isEqualTo(1);
    }

    @Test
    void diff_saysWhatWasAddedRemovedAndChanged() {
        Console.Answer answer = run("registry", "diff", "SYSTEM", "SYSTEM.after", "--below", "ControlSet001");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out().lines()).containsExactlyInAnyOrder(
                "- ControlSet001\\Services\\TermService  Start  REG_DWORD  0x3 (3)",
                "+ ControlSet001\\Services\\TermService  Start  REG_DWORD  0x4 (4)",
                "- ControlSet001\\Services\\WinRM\\", "- ControlSet001\\Services\\WinRM  Start  REG_DWORD  0x2 (2)",
                "+ ControlSet001\\Services\\Schannel\\", "+ ControlSet001\\Services\\Schannel  (default)  REG_SZ  new");
        assertThat(run("registry", "diff", "SYSTEM", "SYSTEM").exitCode()).isZero();
    }

    @Test
    void check_tellsCountsAndDamage() throws IOException {
        Console.Answer whole = run("registry", "check", "SYSTEM");
        assertThat(whole.exitCode()).isZero();
        assertThat(whole.out()).isEqualTo("SYSTEM: 6 keys, 6 values\n");

        byte[] bytes = Files.readAllBytes(folder.resolve("SYSTEM"));
        Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, BASE_BLOCK + 512));
        Console.Answer cut = run("registry", "check", "cut");
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.out()).contains("damage", "the file ends early");
    }

    @Test
    void export_reg_isReadAsTheSameRegistry() {
        assertThat(run("registry", "export", "SYSTEM", "--as", "HKEY_LOCAL_MACHINE", "--out", "all.reg").exitCode())
                .isZero();
        assertThat(run("registry", "diff", "SYSTEM", "all.reg").exitCode()).isEqualTo(1);
        assertThat(run("registry", "export", "all.reg", "HKEY_LOCAL_MACHINE\\Select").out())
                .contains("[HKEY_LOCAL_MACHINE\\OFFLINE\\HKEY_LOCAL_MACHINE\\Select]", "\"Current\"=dword:00000001");
    }

    @Test
    void export_jsonl_givesAKeyALine() throws IOException {
        Console.Answer answer = run("registry", "export", "SYSTEM", "ControlSet001\\Services", "-o", "jsonl");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().lines()).hasSize(3).element(1).isEqualTo("""
                {"path":"ControlSet001\\\\Services\\\\TermService","lastWritten":"2026-03-18T08:14:03.0000000Z",\
                "values":[{"name":"DependOnService","type":"REG_MULTI_SZ","data":["RPCSS","TermDD"]},\
                {"name":"FailureActions","type":"REG_BINARY","hex":"010203"},\
                {"name":"ObjectName","type":"REG_SZ","data":"NT AUTHORITY\\\\NetworkService"},\
                {"name":"Start","type":"REG_DWORD","data":3}]}""");
        run("registry", "export", "SYSTEM", "ControlSet001\\Services", "--out", "services.jsonl");
        assertThat(folder.resolve("services.jsonl")).content(StandardCharsets.UTF_8).isEqualTo(answer.out());
    }

    @Test
    void recover_dirtyHive_writesWhatItsLogCompletes() throws IOException {
        writeDirty();
        byte[] before = Files.readAllBytes(folder.resolve("SYSTEM.dirty"));

        Console.Answer answer = run("registry", "recover", "SYSTEM.dirty", "--out", "clean");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("was completed in memory from", "clean was written");
        Hive clean = Hive.open(folder.resolve("clean"), List.of());
        assertThat(clean.problems()).isEmpty();
        assertThat(clean.baseBlock().isDirty()).isFalse();
        assertThat(run("registry", "diff", "clean", "SYSTEM.after").exitCode()).isZero();
        assertThat(folder.resolve("SYSTEM.dirty")).hasBinaryContent(before);
        assertThat(run("registry", "recover", "SYSTEM.dirty", "--out", "clean").exitCode()).isEqualTo(2);
    }

    @Test
    void recover_withoutLog_writesNothing() throws IOException {
        writeDirty();
        Files.delete(folder.resolve("SYSTEM.dirty.LOG1"));

        Console.Answer answer = run("registry", "recover", "SYSTEM.dirty", "--out", "clean");

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains("no transaction log beside it completes it", ".LOG1");
        assertThat(folder.resolve("clean")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "3 | registry get SYSTEM Nowhere | there is no key Nowhere | il n’y a pas de clé Nowhere",
            "3 | registry get SYSTEM Select Nothing | there is no value Nothing | il n’y a pas de valeur Nothing",
            "3 | registry ls other.txt | cannot be read as a registry | ne peut pas être lu comme un registre",
            "3 | registry recover other.txt --out new | cannot be read as a registry | ne peut pas être lu",
            "2 | registry export SYSTEM -o xml | xml | xml",
            "2 | registry export SYSTEM -o jsonl --as HKLM | goes with .reg files only | ne va qu’avec les fichiers",
            "2 | registry export SYSTEM --out other.txt | exists already | existe déjà",
            "2 | registry recover SYSTEM --out other.txt | exists already | existe déjà"})
    void wrongUse_saysWhatIsWrongInBothLanguages(int exitCode, String line, String english, String french)
            throws IOException {
        Files.writeString(folder.resolve("other.txt"), "text of no registry");
        Console.Answer answer = run(line.split(" "));
        assertThat(answer.exitCode()).isEqualTo(exitCode);
        assertThat(answer.err()).contains(english);
        String[] inFrench = ("--lang fr " + line).split(" ");
        assertThat(run(inFrench).err()).contains(french);
    }
}
