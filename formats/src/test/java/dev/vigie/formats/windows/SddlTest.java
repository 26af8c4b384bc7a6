package dev.vigie.formats.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigie.formats.windows.SddlSyntaxException.Fault;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SddlTest {
    private static final Sid DOMAIN = Sid.parse("S-1-5-21-1004336348-1177238915-682003330");

    @ParameterizedTest
    @ValueSource(strings = {"O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)",
            "D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;CCLCSWLOCRRC;;;IU)",
            "O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICIIO;GA;;;CO)(A;CI;LC;;;BU)(A;ID;0x1200a9;;;BU)",
            "D:(OA;CI;CR;0e10c968-78fb-11d2-90d4-00c04f79dc55;;AU)"
                    + "(OA;;RPWP;bf967a7f-0de6-11d0-a285-00aa003049e2;bf967aba-0de6-11d0-a285-00aa003049e2;PS)",
            "S:(ML;;NW;;;LW)", "S:(ML;OICI;NWNRNX;;;HI)", "D:NO_ACCESS_CONTROL", "D:", "", "O:S-1-5-32-544D:",
            "O:S-1-5-21-1-2-3-1013G:S-1-5-21-1-2-3-513D:AI(D;;KA;;;AN)(A;;KR;;;BU)(A;;FX;;;WD)",
            "D:(XA;;FX;;;WD;#61727478)", "D:(ZA;;CR;;;WD;#00)", "S:(RA;;;;;WD;#0102)", "D:(0x4;OI;#0102)",
            "D:(A;0x60;GA;;;WD)", "D:ARAI(A;;GA;;;WD)"})
    void sddl_inWindowsForm_comesBackAsItWas(String sddl) {
        String expected = sddl.replace("S-1-5-32-544", "BA").replace("0x60", "CRSA");
        assertThat(SecurityDescriptor.parse(sddl).toSddl()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GA,10000000", "0x1F01FF,1f01ff", "FA,1f01ff", "CCDC,3", "65536,10000", "010,8", "'',0",
            "grgw,c0000000", "KX,20019", "0xFFFFFFFF,ffffffff"})
    void rights_inEveryNotation_areRead(String rights, String bits) {
        SecurityDescriptor descriptor = SecurityDescriptor.parse("D:(A;;" + rights + ";;;WD)");
        assertThat(entry(descriptor)).isEqualTo(new Ace.Basic(AceType.ALLOWED, 0,
                new AccessMask(Integer.parseUnsignedInt(bits, 16)), Sid.parse("S-1-1-0")));
    }

    @Test
    void domainNames_needTheDomain() {
        String sddl = "O:DAG:DUD:(A;;GA;;;EA)";
        SecurityDescriptor descriptor = SecurityDescriptor.parse(sddl, DOMAIN);
        assertThat(descriptor.owner()).isEqualTo(DOMAIN.child(512));
        assertThat(descriptor.toSddl(DOMAIN)).isEqualTo(sddl);
        assertThat(descriptor.toSddl()).startsWith("O:" + DOMAIN + "-512");
        assertThat(fault(sddl)).isEqualTo(Fault.DOMAIN_NEEDED);
    }

    @Test
    void whiteSpaceAndCase_doNotMatter() {
        assertThat(SecurityDescriptor.parse(" o:ba\n d:pai (a; oici ;ga;;; sy)\r\n\t(A;;GR;;;WD) "))
                .isEqualTo(SecurityDescriptor.parse("O:BAD:PAI(A;OICI;GA;;;SY)(A;;GR;;;WD)"));
    }

    @ParameterizedTest
    @CsvSource({"X:BA,PART", "hello,PART", "O:BAO:BA,REPEATED_PART", "O:QQ,TRUSTEE", "O:,TRUSTEE", "O:S-1-,TRUSTEE",
            "D:Q(A;;GA;;;WD),LIST_FLAGS", "D:(A;;GA;;;WD,ENTRY_FORM", "D:(A;;GA;;WD),ENTRY_FORM",
            "D:(A;;GA;;;WD)x,ENTRY_FORM", "D:(Q;;GA;;;WD),ENTRY_TYPE", "D:(A;QQ;GA;;;WD),ENTRY_FLAGS",
            "D:(A;0x100;GA;;;WD),ENTRY_FLAGS", "D:(A;;QQ;;;WD),RIGHTS", "D:(A;;G;;;WD),RIGHTS",
            "D:(A;;0x1FFFFFFFF;;;WD),RIGHTS", "D:(A;;GA;;;WDx),TRUSTEE", "D:(OA;;GA;xyz;;WD),OBJECT_TYPE",
            "D:(A;;GA;0e10c968-78fb-11d2-90d4-00c04f79dc55;;WD),OBJECT_TYPE",
            "D:(XA;;GA;;;WD;(@User.a == 1)),CONDITION", "D:(XA;;GA;;;WD;#0),CONDITION", "O:S-1-5-99999999999,TRUSTEE",
            "D:(0x4;;;;;WD),ENTRY_FORM"})
    void sddl_thatIsNone_saysWhatIsWrong(String sddl, Fault fault) {
        assertThat(fault(sddl)).isEqualTo(fault);
    }

    @Test
    void sddl_longerThanAListCanBe_isRefused() {
        assertThat(fault("D:" + "(A;;GA;;;WD)".repeat(4_000))).isEqualTo(Fault.TOO_LONG);
    }

    @Test
    void nullDacl_isNotAnEmptyOne() {
        assertThat(SecurityDescriptor.parse("D:NO_ACCESS_CONTROL").isNullDacl()).isTrue();
        assertThat(SecurityDescriptor.parse("D:").isNullDacl()).isFalse();
        assertThat(SecurityDescriptor.parse("O:BA").isNullDacl()).isFalse();
        assertThat(SecurityDescriptor.parse("D:").dacl()).isEqualTo(new Acl(Acl.REVISION, List.of()));
    }

    private static Ace entry(SecurityDescriptor descriptor) {
        return Objects.requireNonNull(descriptor.dacl()).entries().getFirst();
    }

    private static Fault fault(String sddl) {
        return catchThrowableOfType(SddlSyntaxException.class, () -> SecurityDescriptor.parse(sddl)).fault();
    }
}
