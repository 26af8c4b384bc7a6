package dev.vigie.diagnosis.reasoning;

import dev.vigie.formats.events.Value;
import dev.vigie.formats.windows.StatusCode;
import dev.vigie.formats.windows.StatusCodes;
import dev.vigie.formats.windows.StatusReading;
import dev.vigie.formats.windows.StatusTexts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the status code a value of an event holds, as a number or as the sentence Windows prints for it. */
final class StatusReader {
    private static final int WIN32_FACILITY_MASK = 0x0FFF_0000;
    private static final int WIN32_FACILITY = 0x0007_0000;
    private static final int NT_BIT = 0x1000_0000;

    private StatusReader() {
    }

    /** The codes a value can mean, as {@link #meaning}; empty when it is none that is known. */
    static List<Integer> meanings(Value value) {
        if (value instanceof Value.Int number) {
            return List.of(meaning((int) number.bits()));
        }
        if (!(value instanceof Value.Text text)) {
            return List.of();
        }
        OptionalLong number = Numbers.parse(text.text());
        if (number.isPresent()) {
            return List.of(meaning((int) number.getAsLong()));
        }
        List<Integer> written = StatusCodes.interpret(text.text()).stream().filter(StatusReader::isPlain)
                .map(reading -> meaning(reading.code().value())).distinct().toList();
        return written.isEmpty()
                ? StatusTexts.find(text.text()).stream().map(match -> meaning(match.code().value())).distinct().toList()
                : written;
    }

    /** A decimal number inside a sentence may be a port or a count. */
    private static boolean isPlain(StatusReading reading) {
        return !Character.isDigit(reading.typed().charAt(0)) && reading.typed().charAt(0) != '-'
                || reading.typed().regionMatches(true, 0, "0x", 0, 2);
    }

    /**
     * One number for all codes that mean the same: the Windows error in an HRESULT or NTSTATUS that carries one, the
     * NTSTATUS in an HRESULT that carries one (MS-ERREF 2.1, 2.3).
     */
    static int meaning(int code) {
        boolean failed = code >>> 28 == 0x8 || code >>> 28 == 0xC;
        if (failed && (code & WIN32_FACILITY_MASK) == WIN32_FACILITY) {
            return code & 0xFFFF;
        }
        return code >>> 28 == 0xD ? code & ~NT_BIT : code;
    }

    /** The code as people write it with its name: {@code 0x80090016 NTE_BAD_KEYSET}, {@code 5 ERROR_ACCESS_DENIED}. */
    static Optional<String> shown(Value value) {
        return meanings(value).stream().findFirst().map(StatusReader::shown);
    }

    private static String shown(int meaning) {
        StatusCode code = meaning >>> 16 == 0
                ? StatusCode.win32(meaning)
                : meaning >>> 28 == 0xC ? StatusCode.ntstatus(meaning) : StatusCode.hresult(meaning);
        return code.number() + code.name().map(name -> " " + name).orElse("");
    }
}
