package dev.vigie.formats.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    @Test
    void table_isSortedAndWellFormed() throws IOException {
        String before = "";
        for (String line : lines()) {
            assertThat(line).matches("[A-Z0-9_]+\t[0-9A-F]{8}\t[A-Za-z][A-Za-z0-9_]*");
            String key = line.substring(0, line.lastIndexOf('\t'));
            assertThat(key).isGreaterThanOrEqualTo(before);
            before = key;
        }
    }

    @Test
    void table_everyLineIsFoundByNumberAndEveryNameOnce() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThan(10_000).doesNotHaveDuplicates();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            assertThat(StatusTable.instance().names(columns[0], Integer.parseUnsignedInt(columns[1], 16)))
                    .contains(columns[2]);
        }
    }

    @Test
    void find_firstAndLastLine_areFound() throws IOException {
        String[] last = lines().getLast().split("\t", -1);
        assertThat(StatusCodes.named(last[2])).contains(
                new StatusCode(StatusKind.valueOf(last[0]), Integer.parseUnsignedInt(last[1], 16)));
        assertThat(StatusCodes.named("S_OK")).containsExactly(StatusCode.hresult(0));
        assertThat(StatusCodes.named("S_O")).isEmpty();
        assertThat(StatusCodes.named("")).isEmpty();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = StatusTable.class.getResourceAsStream("status-codes.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .filter(line -> !line.startsWith("#")).toList();
        }
    }
}
