package dev.vigie.formats.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodesTest {
    @ParameterizedTest
    @ValueSource(strings = {"0x800706ba", "0x800706BA", "0X800706BA", "800706ba", "800706BA", "-2147023174",
            "\u22122147023174", "2147944122", "(0x800706ba)", "error code: 0x800706ba.", "HRESULT=0x800706BA;",
            "0xFFFFFFFF800706BA", "Event 1058 at 08:14:03 failed with 0x800706ba"})
    void interpret_hresultHoweverWritten_isReadWithItsWin32Error(String typed) {
        StatusCode code = StatusCodes.interpret(typed).getFirst().code();
        assertThat(code).isEqualTo(StatusCode.hresult(0x800706BA));
        assertThat(code.facilityName()).contains("FACILITY_WIN32");
        assertThat(code.embedded()).contains(StatusCode.win32(1722));
        assertThat(code.allNames()).containsExactly("RPC_S_SERVER_UNAVAILABLE");
    }

    @ParameterizedTest
    @CsvSource({"NTE_BAD_KEYSET,HRESULT,80090016", "nte_bad_keyset,HRESULT,80090016",
            "RPC_S_SERVER_UNAVAILABLE,WIN32,6BA", "ERROR_ACCESS_DENIED,WIN32,5",
            "STATUS_LOGON_TYPE_NOT_GRANTED,NTSTATUS,C000015B", "KRB_AP_ERR_SKEW,KERBEROS,25",
            "WSAECONNREFUSED,WIN32,274D", "disconnectReasonAtClientWinsockFDCLOSE,RDP_CLIENT,904",
            "SSL_CERT_NOT_ON_SERVER,RDP_NEGOTIATION,3", "handshake_failure,TLS_ALERT,28",
            "ERROR_WSMAN_DESTINATION_UNREACHABLE,HRESULT,80338012", "CERTSRV_E_TEMPLATE_DENIED,HRESULT,80094012"})
    void interpret_symbolicName_isItsCode(String name, StatusKind kind, String value) {
        StatusReading reading = StatusCodes.interpret(name).getFirst();
        assertThat(reading.code()).isEqualTo(new StatusCode(kind, Integer.parseUnsignedInt(value, 16)));
        assertThat(reading.reason()).isEqualTo(ReadingReason.SYMBOLIC_NAME);
    }

    @ParameterizedTest
    @CsvSource({"0x80090016,NTE_BAD_KEYSET", "0x8009000F,NTE_EXISTS", "0x8009030D,SEC_E_UNKNOWN_CREDENTIALS",
            "0xC000015B,STATUS_LOGON_TYPE_NOT_GRANTED", "c000006d,STATUS_LOGON_FAILURE", "0x80338012,"
                    + "ERROR_WSMAN_DESTINATION_UNREACHABLE",
            "2150858770,ERROR_WSMAN_DESTINATION_UNREACHABLE", "0x803d000f,WS_E_ENDPOINT_FAILURE",
            "0x80094800,CERTSRV_E_UNSUPPORTED_CERT_TYPE", "0x800B0109,CERT_E_UNTRUSTEDROOT",
            "0x41303,SCHED_S_TASK_HAS_NOT_RUN", "%%1079,ERROR_DIFFERENT_SERVICE_ACCOUNT",
            "%%1297,ERROR_INCOMPATIBLE_SERVICE_PRIVILEGE", "0x80092013,CRYPT_E_REVOCATION_OFFLINE",
            "0x80280400,TPM_E_COMMAND_BLOCKED", "12175,ERROR_WINHTTP_SECURE_FAILURE", "0x80070005,E_ACCESSDENIED",
            "0xC0000022,STATUS_ACCESS_DENIED", "0xD0000022,STATUS_ACCESS_DENIED", "0,ERROR_SUCCESS"})
    void interpret_knownNumber_hasItsCustomaryNameFirst(String typed, String name) {
        assertThat(StatusCodes.interpret(typed).getFirst().code().allNames().getFirst()).isEqualTo(name);
    }

    @Test
    void interpret_smallNumber_hasSeveralReadingsWithReasonsTheWin32ErrorFirst() {
        List<StatusReading> readings = StatusCodes.interpret("5");
        assertThat(readings.getFirst())
                .isEqualTo(new StatusReading(StatusCode.win32(5), ReadingReason.MOST_COMMON, "5"));
        assertThat(readings).extracting(reading -> reading.code().kind()).startsWith(StatusKind.WIN32)
                .contains(StatusKind.KERBEROS, StatusKind.RDP_DISCONNECT, StatusKind.RDP_NEGOTIATION)
                .doesNotHaveDuplicates();
        assertThat(readings.subList(1, readings.size())).extracting(StatusReading::reason)
                .containsOnly(ReadingReason.ALSO_DEFINED);
    }

    @ParameterizedTest
    @CsvSource({"KDC error 7,KERBEROS", "Kerberos 0x18,KERBEROS", "TLS fatal alert 40,TLS_ALERT",
            "RDP error 2308,RDP_CLIENT", "Extended error code: 0x101,RDP_DISCONNECT", "WIN32: 1322,WIN32",
            "RDP_NEG_FAILURE 3,RDP_NEGOTIATION", "Sub Status: 0xC000006A,NTSTATUS"})
    void interpret_numberWithTheKindNamed_isReadAsThatKind(String typed, StatusKind kind) {
        StatusReading reading = StatusCodes.interpret(typed).getFirst();
        assertThat(reading.code().kind()).isEqualTo(kind);
        assertThat(reading.reason()).isEqualTo(ReadingReason.STATED_KIND);
    }

    @Test
    void interpret_numberNobodyKnows_isStillReadByItsForm() {
        assertThat(StatusCodes.interpret("0x8ABC1234").getFirst())
                .isEqualTo(new StatusReading(StatusCode.hresult(0x8ABC1234), ReadingReason.HIGH_BITS, "0x8ABC1234"));
        assertThat(StatusCodes.interpret("0xC7771234").getFirst().code().kind()).isEqualTo(StatusKind.NTSTATUS);
        assertThat(StatusCodes.interpret("64999").getFirst())
                .isEqualTo(new StatusReading(StatusCode.win32(64999), ReadingReason.UNNAMED, "64999"));
    }

    @Test
    void interpret_nameAndNumberOfOneCode_isOneReading() {
        assertThat(StatusCodes.interpret("0x80090030 (-2146893776 NTE_DEVICE_NOT_READY)"))
                .extracting(StatusReading::code).containsExactly(StatusCode.hresult(0x80090030));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "no code here", "08:14:03", "2026-03-18", "10.0.0.5", "99999999999", "0x",
            "0x123456789", "{5d896912-022d-40aa-a3a8-4fa5515c76d7}", "S-1-5-32-544", "%%", "-", "a_b_c", "v1.2.3"})
    void interpret_textWithoutACode_isNoReading(String typed) {
        assertThat(StatusCodes.interpret(typed)).isEmpty();
    }

    @Test
    void interpret_hugeText_readsOnlyItsStart() {
        assertThat(StatusCodes.interpret("x ".repeat(1_000_000) + "0x5")).isEmpty();
        assertThat(StatusCodes.interpret("1 ".repeat(1_000_000))).isNotEmpty().hasSizeLessThan(100);
    }

    @Test
    void severityAndFacility_followTheBits() {
        assertThat(StatusCode.hresult(0x80090016).severity()).isEqualTo(StatusSeverity.ERROR);
        assertThat(StatusCode.hresult(0x00041303).severity()).isEqualTo(StatusSeverity.SUCCESS);
        assertThat(StatusCode.ntstatus(0x80000005).severity()).isEqualTo(StatusSeverity.WARNING);
        assertThat(StatusCode.ntstatus(0x40000000).severity()).isEqualTo(StatusSeverity.INFORMATION);
        assertThat(StatusCode.ntstatus(0xC0020017).facilityName()).contains("FACILITY_RPC_RUNTIME");
        assertThat(StatusCode.hresult(0x80338012).facilityName()).contains("FACILITY_WINRM");
        assertThat(StatusCode.win32(5).facility()).isEmpty();
    }

    @Test
    void toString_showsKindNumberAndName() {
        assertThat(StatusCode.win32(1722)).hasToString("WIN32 1722 RPC_S_SERVER_UNAVAILABLE");
        assertThat(StatusCode.hresult(0x80090016)).hasToString("HRESULT 0x80090016 NTE_BAD_KEYSET");
    }
}
