package dev.vigie.formats.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vigie.formats.Problem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipTest {
    private static final byte[] LOG = new byte[200_000];
    private final List<Problem> problems = new ArrayList<>();

    static {
        new Random(5).nextBytes(LOG);
    }

    private byte[] unpack(byte[] packed, ArchiveLimits limits) throws IOException {
        // A pipe that never says how much it has.
        InputStream pipe = new FilterInputStream(new ByteArrayInputStream(packed)) {
            @Override
            public int available() {
                return 0;
            }
        };
        try (InputStream in = Gzip.unpack("a.gz", pipe, new UnpackBudget(limits), problems::add)) {
            return in.readAllBytes();
        }
    }

    private byte[] unpack(byte[] packed) throws IOException {
        return unpack(packed, ArchiveLimits.defaults());
    }

    @Test
    void oneMemberOrSeveral_areOneFile() throws IOException {
        byte[] packed = Archives.gzip(LOG);
        assertThat(unpack(packed)).isEqualTo(LOG);
        assertThat(unpack(Archives.join(packed, packed, Archives.gzip(new byte[0]), packed)))
                .isEqualTo(Archives.join(LOG, LOG, LOG));
        assertThat(problems).isEmpty();
    }

    @Test
    void aFileThatWasCut_givesWhatIsThere() throws IOException {
        byte[] packed = Archives.gzip(LOG);
        byte[] part = unpack(Arrays.copyOf(packed, 100_000));
        assertThat(part).hasSizeGreaterThan(90_000).isEqualTo(Arrays.copyOf(LOG, part.length));
        assertThat(unpack(Arrays.copyOf(packed, 5))).isEmpty();
        assertThat(problems).extracting(Problem::code).containsExactly(ArchiveProblem.TRUNCATED,
                ArchiveProblem.TRUNCATED);
    }

    @Test
    void aWrongChecksum_isTold() throws IOException {
        byte[] packed = Archives.gzip(LOG);
        packed[packed.length - 6] ^= 1;
        assertThat(unpack(packed)).isEqualTo(LOG);
        assertThat(problems).extracting(Problem::code).containsExactly(ArchiveProblem.BAD_DATA);
    }

    @Test
    void moreThanTheLimit_isRefused() throws IOException {
        byte[] packed = Archives.gzip(LOG);
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> unpack(packed, ArchiveLimits.ofBytes(LOG.length - 1)));
        assertThat(unpack(packed, ArchiveLimits.ofBytes(LOG.length))).hasSize(LOG.length);
    }
}
