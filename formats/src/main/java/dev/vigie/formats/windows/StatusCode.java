package dev.vigie.formats.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Windows status code: a number together with the numbering it belongs to.
 *
 * <p>Immutable. Names are looked up in a table that is read at the first question for one.
 *
 * @param kind the numbering
 * @param value the number, 32 bits, unsigned
 */
public record StatusCode(StatusKind kind, int value) {
    private static final int FACILITY_WIN32 = 7;
    private static final int FACILITY_NT_BIT = 0x1000_0000;

    /** An HRESULT. */
    public static StatusCode hresult(int value) {
        return new StatusCode(StatusKind.HRESULT, value);
    }

    /** An NTSTATUS. */
    public static StatusCode ntstatus(int value) {
        return new StatusCode(StatusKind.NTSTATUS, value);
    }

    /** A Windows error. */
    public static StatusCode win32(int value) {
        return new StatusCode(StatusKind.WIN32, value);
    }

    /** The symbolic names, the customary one first; empty when the number has none that is known here. */
    public List<String> names() {
        return StatusTable.instance().names(kind.name(), value);
    }

    /** The customary symbolic name, such as {@code NTE_BAD_KEYSET}. */
    public Optional<String> name() {
        return names().stream().findFirst();
    }

    /** The names of this code, then those of the code it carries: under these a meaning may be found. */
    public List<String> allNames() {
        List<String> all = new ArrayList<>(names());
        embedded().ifPresent(inner -> all.addAll(inner.names()));
        return List.copyOf(all);
    }

    /** Whether it is a success, a warning or an error; numberings without severity bits have only success (0) and error. */
    public StatusSeverity severity() {
        return switch (kind) {
            case HRESULT -> value < 0 ? StatusSeverity.ERROR : StatusSeverity.SUCCESS;
            case NTSTATUS -> switch (value >>> 30) {
                case 0 -> StatusSeverity.SUCCESS;
                case 1 -> StatusSeverity.INFORMATION;
                case 2 -> StatusSeverity.WARNING;
                default -> StatusSeverity.ERROR;
            };
            default -> value == 0 ? StatusSeverity.SUCCESS : StatusSeverity.ERROR;
        };
    }

    /** The part of Windows that made the number: 11 bits of an HRESULT, 12 of an NTSTATUS; empty for other kinds. */
    public OptionalInt facility() {
        return switch (kind) {
            case HRESULT -> OptionalInt.of(value >>> 16 & 0x7FF);
            case NTSTATUS -> OptionalInt.of(value >>> 16 & 0xFFF);
            default -> OptionalInt.empty();
        };
    }

    /** The symbolic name of the facility, such as {@code FACILITY_WIN32}. */
    public Optional<String> facilityName() {
        OptionalInt facility = facility();
        return facility.isEmpty()
                ? Optional.empty()
                : StatusTable.instance().names(kind + "_FACILITY", facility.getAsInt()).stream().findFirst();
    }

    /**
     * The code this one carries: the Windows error in an HRESULT or NTSTATUS of the facility Win32
     * ({@code 0x800706BA} carries 1722), the NTSTATUS in an HRESULT with the NT bit.
     */
    public Optional<StatusCode> embedded() {
        if (kind == StatusKind.HRESULT && (value & FACILITY_NT_BIT) != 0) {
            return Optional.of(ntstatus(value & ~FACILITY_NT_BIT));
        }
        int top = value >>> 28;
        boolean failed = kind == StatusKind.HRESULT ? top == 0x8 : top == 0xC;
        return failed && facility().orElse(-1) == FACILITY_WIN32
                ? Optional.of(win32(value & 0xFFFF))
                : Optional.empty();
    }

    /** The number as Windows people write it: {@code 0x80090016}, but 1722 for a Windows error, in decimal. */
    public String number() {
        return kind.hasFacility() || value >>> 16 != 0
                ? "0x" + String.format(Locale.ROOT, "%08X", value)
                : Integer.toString(value);
    }

    /** {@code HRESULT 0x80090016 NTE_BAD_KEYSET}. */
    @Override
    public String toString() {
        return kind + " " + number() + name().map(name -> " " + name).orElse("");
    }
}
