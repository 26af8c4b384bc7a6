package dev.vigie.formats.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WellKnownSidTest {
    private static final Sid DOMAIN = Sid.parse("S-1-5-21-1-2-3");

    @Test
    void of_sidsOfEveryMachineAndOfDomains_areKnown() {
        assertThat(WellKnownSid.of(Sid.parse("S-1-5-20"))).contains(WellKnownSid.NETWORK_SERVICE);
        assertThat(WellKnownSid.of(Sid.parse("S-1-5-21-1-2-3-500"))).contains(WellKnownSid.DOMAIN_ADMINISTRATOR);
        assertThat(WellKnownSid.of(Sid.parse("S-1-5-21-1-2-3-1013"))).isEmpty();
        assertThat(WellKnownSid.of(Sid.parse("S-1-5-22-1-2-3-500"))).isEmpty();
        assertThat(WellKnownSid.of(Sid.parse("S-1-5-32-580"))).map(WellKnownSid::key)
                .contains("sid.remote-management-users");
    }

    @Test
    void in_aDomain_isFoundAgain() {
        for (WellKnownSid known : WellKnownSid.values()) {
            assertThat(WellKnownSid.of(known.in(DOMAIN))).contains(known);
        }
    }

    @Test
    void sddlWords_andWellKnownSids_agree() {
        assertThat(Arrays.stream(WellKnownSid.values())
                .filter(known -> !known.in(DOMAIN).toString().startsWith("S-1-5-80"))
                .filter(known -> SddlNames.name(known.in(DOMAIN), DOMAIN).length() == 2)).hasSizeGreaterThan(60);
    }

    @Test
    void ofService_isComputedFromTheName() {
        assertThat(WellKnownSid.ofService("winrm"))
                .hasToString("S-1-5-80-569256582-2953403351-2909559716-1301513147-412116970");
        assertThat(WellKnownSid.ofService("TrustedInstaller"))
                .hasToString("S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");
    }

    @Test
    void accountRight_isFoundByItsNameInAnyCase() {
        assertThat(AccountRight.of("sedenynetworklogonright")).contains(AccountRight.DENY_NETWORK_LOGON_RIGHT);
        assertThat(AccountRight.of("SeNothing")).isEmpty();
        assertThat(AccountRight.DENY_NETWORK_LOGON_RIGHT.isDenial()).isTrue();
        assertThat(AccountRight.IMPERSONATE_PRIVILEGE.isLogonRight()).isFalse();
        assertThat(AccountRight.NETWORK_LOGON_RIGHT.windowsName()).isEqualTo("SeNetworkLogonRight");
    }
}
