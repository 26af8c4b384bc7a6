package dev.vigie.formats.windows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts and groups that have the same SID on every machine, or the same last number in every domain (MS-DTYP 2.4.2.4). */
public enum WellKnownSid {
    /** {@code S-1-0-0}. */
    NULL("S-1-0-0", "NULL SID"),
    /** {@code S-1-1-0}. */
    EVERYONE("S-1-1-0", "Everyone"),
    /** {@code S-1-2-0}. */
    LOCAL("S-1-2-0", "LOCAL"),
    /** {@code S-1-2-1}. */
    CONSOLE_LOGON("S-1-2-1", "CONSOLE LOGON"),
    /** {@code S-1-3-0}. */
    CREATOR_OWNER("S-1-3-0", "CREATOR OWNER"),
    /** {@code S-1-3-1}. */
    CREATOR_GROUP("S-1-3-1", "CREATOR GROUP"),
    /** {@code S-1-3-4}. */
    OWNER_RIGHTS("S-1-3-4", "OWNER RIGHTS"),
    /** {@code S-1-5-1}. */
    DIALUP("S-1-5-1", "NT AUTHORITY\\DIALUP"),
    /** {@code S-1-5-2}. */
    NETWORK("S-1-5-2", "NT AUTHORITY\\NETWORK"),
    /** {@code S-1-5-3}. */
    BATCH("S-1-5-3", "NT AUTHORITY\\BATCH"),
    /** {@code S-1-5-4}. */
    INTERACTIVE("S-1-5-4", "NT AUTHORITY\\INTERACTIVE"),
    /** {@code S-1-5-6}. */
    SERVICE("S-1-5-6", "NT AUTHORITY\\SERVICE"),
    /** {@code S-1-5-7}. */
    ANONYMOUS_LOGON("S-1-5-7", "NT AUTHORITY\\ANONYMOUS LOGON"),
    /** {@code S-1-5-8}. */
    PROXY("S-1-5-8", "NT AUTHORITY\\PROXY"),
    /** {@code S-1-5-9}. */
    ENTERPRISE_DOMAIN_CONTROLLERS("S-1-5-9", "NT AUTHORITY\\ENTERPRISE DOMAIN CONTROLLERS"),
    /** {@code S-1-5-10}. */
    SELF("S-1-5-10", "NT AUTHORITY\\SELF"),
    /** {@code S-1-5-11}. */
    AUTHENTICATED_USERS("S-1-5-11", "NT AUTHORITY\\Authenticated Users"),
    /** {@code S-1-5-12}. */
    RESTRICTED("S-1-5-12", "NT AUTHORITY\\RESTRICTED"),
    /** {@code S-1-5-13}. */
    TERMINAL_SERVER_USER("S-1-5-13", "NT AUTHORITY\\TERMINAL SERVER USER"),
    /** {@code S-1-5-14}. */
    REMOTE_INTERACTIVE_LOGON("S-1-5-14", "NT AUTHORITY\\REMOTE INTERACTIVE LOGON"),
    /** {@code S-1-5-15}. */
    THIS_ORGANIZATION("S-1-5-15", "NT AUTHORITY\\This Organization"),
    /** {@code S-1-5-17}. */
    IUSR("S-1-5-17", "NT AUTHORITY\\IUSR"),
    /** {@code S-1-5-18}. */
    LOCAL_SYSTEM("S-1-5-18", "NT AUTHORITY\\SYSTEM"),
    /** {@code S-1-5-19}. */
    LOCAL_SERVICE("S-1-5-19", "NT AUTHORITY\\LOCAL SERVICE"),
    /** {@code S-1-5-20}. */
    NETWORK_SERVICE("S-1-5-20", "NT AUTHORITY\\NETWORK SERVICE"),
    /** {@code S-1-5-33}. */
    WRITE_RESTRICTED("S-1-5-33", "NT AUTHORITY\\WRITE RESTRICTED"),
    /** {@code S-1-5-64-10}. */
    NTLM_AUTHENTICATION("S-1-5-64-10", "NT AUTHORITY\\NTLM Authentication"),
    /** {@code S-1-5-64-14}. */
    SCHANNEL_AUTHENTICATION("S-1-5-64-14", "NT AUTHORITY\\SChannel Authentication"),
    /** {@code S-1-5-64-21}. */
    DIGEST_AUTHENTICATION("S-1-5-64-21", "NT AUTHORITY\\Digest Authentication"),
    /** {@code S-1-5-80-0}. */
    ALL_SERVICES("S-1-5-80-0", "NT SERVICE\\ALL SERVICES"),
    /** {@code S-1-5-113}. */
    LOCAL_ACCOUNT("S-1-5-113", "NT AUTHORITY\\Local account"),
    /** {@code S-1-5-114}. */
    LOCAL_ACCOUNT_AND_ADMINISTRATOR("S-1-5-114", "NT AUTHORITY\\Local account and member of Administrators group"),
    /** {@code S-1-5-1000}. */
    OTHER_ORGANIZATION("S-1-5-1000", "NT AUTHORITY\\Other Organization"),
    /** {@code S-1-5-84-0-0-0-0-0}. */
    USER_MODE_DRIVERS("S-1-5-84-0-0-0-0-0", "NT AUTHORITY\\USER MODE DRIVERS"),
    /** {@code S-1-5-32-544}. */
    ADMINISTRATORS("S-1-5-32-544", "BUILTIN\\Administrators"),
    /** {@code S-1-5-32-545}. */
    USERS("S-1-5-32-545", "BUILTIN\\Users"),
    /** {@code S-1-5-32-546}. */
    GUESTS("S-1-5-32-546", "BUILTIN\\Guests"),
    /** {@code S-1-5-32-547}. */
    POWER_USERS("S-1-5-32-547", "BUILTIN\\Power Users"),
    /** {@code S-1-5-32-548}. */
    ACCOUNT_OPERATORS("S-1-5-32-548", "BUILTIN\\Account Operators"),
    /** {@code S-1-5-32-549}. */
    SERVER_OPERATORS("S-1-5-32-549", "BUILTIN\\Server Operators"),
    /** {@code S-1-5-32-550}. */
    PRINT_OPERATORS("S-1-5-32-550", "BUILTIN\\Print Operators"),
    /** {@code S-1-5-32-551}. */
    BACKUP_OPERATORS("S-1-5-32-551", "BUILTIN\\Backup Operators"),
    /** {@code S-1-5-32-552}. */
    REPLICATORS("S-1-5-32-552", "BUILTIN\\Replicator"),
    /** {@code S-1-5-32-554}. */
    PRE_WINDOWS_2000_COMPATIBLE_ACCESS("S-1-5-32-554", "BUILTIN\\Pre-Windows 2000 Compatible Access"),
    /** {@code S-1-5-32-555}. */
    REMOTE_DESKTOP_USERS("S-1-5-32-555", "BUILTIN\\Remote Desktop Users"),
    /** {@code S-1-5-32-556}. */
    NETWORK_CONFIGURATION_OPERATORS("S-1-5-32-556", "BUILTIN\\Network Configuration Operators"),
    /** {@code S-1-5-32-557}. */
    INCOMING_FOREST_TRUST_BUILDERS("S-1-5-32-557", "BUILTIN\\Incoming Forest Trust Builders"),
    /** {@code S-1-5-32-558}. */
    PERFORMANCE_MONITOR_USERS("S-1-5-32-558", "BUILTIN\\Performance Monitor Users"),
    /** {@code S-1-5-32-559}. */
    PERFORMANCE_LOG_USERS("S-1-5-32-559", "BUILTIN\\Performance Log Users"),
    /** {@code S-1-5-32-560}. */
    WINDOWS_AUTHORIZATION_ACCESS("S-1-5-32-560", "BUILTIN\\Windows Authorization Access Group"),
    /** {@code S-1-5-32-561}. */
    TERMINAL_SERVER_LICENSE_SERVERS("S-1-5-32-561", "BUILTIN\\Terminal Server License Servers"),
    /** {@code S-1-5-32-562}. */
    DISTRIBUTED_COM_USERS("S-1-5-32-562", "BUILTIN\\Distributed COM Users"),
    /** {@code S-1-5-32-568}. */
    IIS_IUSRS("S-1-5-32-568", "BUILTIN\\IIS_IUSRS"),
    /** {@code S-1-5-32-569}. */
    CRYPTOGRAPHIC_OPERATORS("S-1-5-32-569", "BUILTIN\\Cryptographic Operators"),
    /** {@code S-1-5-32-573}. */
    EVENT_LOG_READERS("S-1-5-32-573", "BUILTIN\\Event Log Readers"),
    /** {@code S-1-5-32-574}. */
    CERTIFICATE_SERVICE_DCOM_ACCESS("S-1-5-32-574", "BUILTIN\\Certificate Service DCOM Access"),
    /** {@code S-1-5-32-575}. */
    RDS_REMOTE_ACCESS_SERVERS("S-1-5-32-575", "BUILTIN\\RDS Remote Access Servers"),
    /** {@code S-1-5-32-576}. */
    RDS_ENDPOINT_SERVERS("S-1-5-32-576", "BUILTIN\\RDS Endpoint Servers"),
    /** {@code S-1-5-32-577}. */
    RDS_MANAGEMENT_SERVERS("S-1-5-32-577", "BUILTIN\\RDS Management Servers"),
    /** {@code S-1-5-32-578}. */
    HYPER_V_ADMINISTRATORS("S-1-5-32-578", "BUILTIN\\Hyper-V Administrators"),
    /** {@code S-1-5-32-579}. */
    ACCESS_CONTROL_ASSISTANCE_OPERATORS("S-1-5-32-579", "BUILTIN\\Access Control Assistance Operators"),
    /** {@code S-1-5-32-580}. */
    REMOTE_MANAGEMENT_USERS("S-1-5-32-580", "BUILTIN\\Remote Management Users"),
    /** {@code S-1-15-2-1}. */
    ALL_APPLICATION_PACKAGES("S-1-15-2-1", "APPLICATION PACKAGE AUTHORITY\\ALL APPLICATION PACKAGES"),
    /** {@code S-1-15-2-2}. */
    ALL_RESTRICTED_APPLICATION_PACKAGES("S-1-15-2-2",
            "APPLICATION PACKAGE AUTHORITY\\ALL RESTRICTED APPLICATION PACKAGES"),
    /** {@code S-1-16-0}. */
    UNTRUSTED_LABEL("S-1-16-0", "Mandatory Label\\Untrusted Mandatory Level"),
    /** {@code S-1-16-4096}. */
    LOW_LABEL("S-1-16-4096", "Mandatory Label\\Low Mandatory Level"),
    /** {@code S-1-16-8192}. */
    MEDIUM_LABEL("S-1-16-8192", "Mandatory Label\\Medium Mandatory Level"),
    /** {@code S-1-16-8448}. */
    MEDIUM_PLUS_LABEL("S-1-16-8448", "Mandatory Label\\Medium Plus Mandatory Level"),
    /** {@code S-1-16-12288}. */
    HIGH_LABEL("S-1-16-12288", "Mandatory Label\\High Mandatory Level"),
    /** {@code S-1-16-16384}. */
    SYSTEM_LABEL("S-1-16-16384", "Mandatory Label\\System Mandatory Level"),
    /** {@code S-1-18-1}. */
    AUTHENTICATION_AUTHORITY_ASSERTED("S-1-18-1", "Authentication authority asserted identity"),
    /** {@code S-1-18-2}. */
    SERVICE_ASSERTED("S-1-18-2", "Service asserted identity"),
    /** {@code S-1-5-80-569256582-2953403351-2909559716-1301513147-412116970}. */
    WINRM_SERVICE("S-1-5-80-569256582-2953403351-2909559716-1301513147-412116970", "NT SERVICE\\WinRM"),
    /** The account {@code 498} of a domain or machine. */
    DOMAIN_ENTERPRISE_READ_ONLY_CONTROLLERS(498, "Enterprise Read-only Domain Controllers"),
    /** The account {@code 500} of a domain or machine. */
    DOMAIN_ADMINISTRATOR(500, "Administrator"),
    /** The account {@code 501} of a domain or machine. */
    DOMAIN_GUEST(501, "Guest"),
    /** The account {@code 502} of a domain or machine. */
    DOMAIN_KRBTGT(502, "krbtgt"),
    /** The account {@code 512} of a domain or machine. */
    DOMAIN_ADMINS(512, "Domain Admins"),
    /** The account {@code 513} of a domain or machine. */
    DOMAIN_USERS(513, "Domain Users"),
    /** The account {@code 514} of a domain or machine. */
    DOMAIN_GUESTS(514, "Domain Guests"),
    /** The account {@code 515} of a domain or machine. */
    DOMAIN_COMPUTERS(515, "Domain Computers"),
    /** The account {@code 516} of a domain or machine. */
    DOMAIN_CONTROLLERS(516, "Domain Controllers"),
    /** The account {@code 517} of a domain or machine. */
    DOMAIN_CERT_PUBLISHERS(517, "Cert Publishers"),
    /** The account {@code 518} of a domain or machine. */
    DOMAIN_SCHEMA_ADMINS(518, "Schema Admins"),
    /** The account {@code 519} of a domain or machine. */
    DOMAIN_ENTERPRISE_ADMINS(519, "Enterprise Admins"),
    /** The account {@code 520} of a domain or machine. */
    DOMAIN_POLICY_CREATORS(520, "Group Policy Creator Owners"),
    /** The account {@code 521} of a domain or machine. */
    DOMAIN_READ_ONLY_CONTROLLERS(521, "Read-only Domain Controllers"),
    /** The account {@code 522} of a domain or machine. */
    DOMAIN_CLONEABLE_CONTROLLERS(522, "Cloneable Domain Controllers"),
    /** The account {@code 525} of a domain or machine. */
    DOMAIN_PROTECTED_USERS(525, "Protected Users"),
    /** The account {@code 526} of a domain or machine. */
    DOMAIN_KEY_ADMINS(526, "Key Admins"),
    /** The account {@code 527} of a domain or machine. */
    DOMAIN_ENTERPRISE_KEY_ADMINS(527, "Enterprise Key Admins"),
    /** The account {@code 553} of a domain or machine. */
    DOMAIN_RAS_SERVERS(553, "RAS and IAS Servers");

    private static final int DOMAIN_SUB_AUTHORITIES = 5;
    private static final int DOMAIN_PREFIX = 21;
    private static final Map<Sid, WellKnownSid> BY_SID = new HashMap<>();
    private static final Map<Integer, WellKnownSid> BY_RID = new HashMap<>();
    private final @Nullable String sid;
    private final int rid;
    private final String englishName;

    static {
        for (WellKnownSid known : values()) {
            if (known.sid == null) {
                BY_RID.put(known.rid, known);
            } else {
                BY_SID.put(Sid.parse(known.sid), known);
            }
        }
    }

    WellKnownSid(String sid, String englishName) {
        this.sid = sid;
        this.rid = 0;
        this.englishName = englishName;
    }

    WellKnownSid(int rid, String englishName) {
        this.sid = null;
        this.rid = rid;
        this.englishName = englishName;
    }

    /** Which of these a SID is; empty for all others. */
    public static Optional<WellKnownSid> of(Sid sid) {
        WellKnownSid known = BY_SID.get(sid);
        if (known == null && isOfDomain(sid)) {
            known = BY_RID.get(sid.subAuthority(sid.subAuthorityCount() - 1));
        }
        return Optional.ofNullable(known);
    }

    private static boolean isOfDomain(Sid sid) {
        return sid.authority() == 5 && sid.subAuthorityCount() == DOMAIN_SUB_AUTHORITIES
                && sid.subAuthority(0) == DOMAIN_PREFIX;
    }

    /** The SID of a service, {@code NT SERVICE\\name}: it is computed from the name alone. */
    public static Sid ofService(String name) {
        byte[] digest = sha1(name.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE));
        byte[] bytes = new byte[Sid.HEADER_SIZE + 4 + digest.length];
        bytes[0] = 1;
        bytes[1] = (byte) (1 + digest.length / 4);
        bytes[7] = 5;
        bytes[Sid.HEADER_SIZE] = 80;
        System.arraycopy(digest, 0, bytes, Sid.HEADER_SIZE + 4, digest.length);
        return Sid.read(bytes, 0, bytes.length);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The SID; empty for accounts of a domain. */
    public Optional<Sid> sid() {
        return Optional.ofNullable(sid).map(Sid::parse);
    }

    /** The SID in a domain, or of a machine's own accounts; accounts that belong to no domain have always the same. */
    public Sid in(Sid domain) {
        return sid == null ? domain.child(rid) : Sid.parse(sid);
    }

    /** The name on an English Windows, never to be matched against what other machines print. */
    public String englishName() {
        return englishName;
    }

    /** The key under which front ends keep the name in other languages: {@code sid.local-system}. */
    public String key() {
        return "sid." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
