package dev.vigie.formats.windows;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A right that policy gives to accounts: to log on in some way, or a privilege (MS-LSAD 3.1.1.2). */
public enum AccountRight {
    /** {@code SeNetworkLogonRight}: Access this computer from the network. */
    NETWORK_LOGON_RIGHT("SeNetworkLogonRight"),
    /** {@code SeInteractiveLogonRight}: Log on locally. */
    INTERACTIVE_LOGON_RIGHT("SeInteractiveLogonRight"),
    /** {@code SeRemoteInteractiveLogonRight}: Log on through Remote Desktop Services. */
    REMOTE_INTERACTIVE_LOGON_RIGHT("SeRemoteInteractiveLogonRight"),
    /** {@code SeBatchLogonRight}: Log on as a batch job. */
    BATCH_LOGON_RIGHT("SeBatchLogonRight"),
    /** {@code SeServiceLogonRight}: Log on as a service. */
    SERVICE_LOGON_RIGHT("SeServiceLogonRight"),
    /** {@code SeDenyNetworkLogonRight}. */
    DENY_NETWORK_LOGON_RIGHT("SeDenyNetworkLogonRight"),
    /** {@code SeDenyInteractiveLogonRight}. */
    DENY_INTERACTIVE_LOGON_RIGHT("SeDenyInteractiveLogonRight"),
    /** {@code SeDenyRemoteInteractiveLogonRight}. */
    DENY_REMOTE_INTERACTIVE_LOGON_RIGHT("SeDenyRemoteInteractiveLogonRight"),
    /** {@code SeDenyBatchLogonRight}. */
    DENY_BATCH_LOGON_RIGHT("SeDenyBatchLogonRight"),
    /** {@code SeDenyServiceLogonRight}. */
    DENY_SERVICE_LOGON_RIGHT("SeDenyServiceLogonRight"),
    /** {@code SeAssignPrimaryTokenPrivilege}. */
    ASSIGN_PRIMARY_TOKEN_PRIVILEGE("SeAssignPrimaryTokenPrivilege"),
    /** {@code SeAuditPrivilege}. */
    AUDIT_PRIVILEGE("SeAuditPrivilege"),
    /** {@code SeBackupPrivilege}. */
    BACKUP_PRIVILEGE("SeBackupPrivilege"),
    /** {@code SeChangeNotifyPrivilege}. */
    CHANGE_NOTIFY_PRIVILEGE("SeChangeNotifyPrivilege"),
    /** {@code SeCreateGlobalPrivilege}. */
    CREATE_GLOBAL_PRIVILEGE("SeCreateGlobalPrivilege"),
    /** {@code SeCreatePagefilePrivilege}. */
    CREATE_PAGEFILE_PRIVILEGE("SeCreatePagefilePrivilege"),
    /** {@code SeCreatePermanentPrivilege}. */
    CREATE_PERMANENT_PRIVILEGE("SeCreatePermanentPrivilege"),
    /** {@code SeCreateSymbolicLinkPrivilege}. */
    CREATE_SYMBOLIC_LINK_PRIVILEGE("SeCreateSymbolicLinkPrivilege"),
    /** {@code SeCreateTokenPrivilege}. */
    CREATE_TOKEN_PRIVILEGE("SeCreateTokenPrivilege"),
    /** {@code SeDebugPrivilege}. */
    DEBUG_PRIVILEGE("SeDebugPrivilege"),
    /** {@code SeDelegateSessionUserImpersonatePrivilege}. */
    DELEGATE_SESSION_USER_IMPERSONATE_PRIVILEGE("SeDelegateSessionUserImpersonatePrivilege"),
    /** {@code SeEnableDelegationPrivilege}. */
    ENABLE_DELEGATION_PRIVILEGE("SeEnableDelegationPrivilege"),
    /** {@code SeImpersonatePrivilege}: Impersonate a client after authentication. */
    IMPERSONATE_PRIVILEGE("SeImpersonatePrivilege"),
    /** {@code SeIncreaseBasePriorityPrivilege}. */
    INCREASE_BASE_PRIORITY_PRIVILEGE("SeIncreaseBasePriorityPrivilege"),
    /** {@code SeIncreaseQuotaPrivilege}. */
    INCREASE_QUOTA_PRIVILEGE("SeIncreaseQuotaPrivilege"),
    /** {@code SeIncreaseWorkingSetPrivilege}. */
    INCREASE_WORKING_SET_PRIVILEGE("SeIncreaseWorkingSetPrivilege"),
    /** {@code SeLoadDriverPrivilege}. */
    LOAD_DRIVER_PRIVILEGE("SeLoadDriverPrivilege"),
    /** {@code SeLockMemoryPrivilege}. */
    LOCK_MEMORY_PRIVILEGE("SeLockMemoryPrivilege"),
    /** {@code SeMachineAccountPrivilege}. */
    MACHINE_ACCOUNT_PRIVILEGE("SeMachineAccountPrivilege"),
    /** {@code SeManageVolumePrivilege}. */
    MANAGE_VOLUME_PRIVILEGE("SeManageVolumePrivilege"),
    /** {@code SeProfileSingleProcessPrivilege}. */
    PROFILE_SINGLE_PROCESS_PRIVILEGE("SeProfileSingleProcessPrivilege"),
    /** {@code SeRelabelPrivilege}. */
    RELABEL_PRIVILEGE("SeRelabelPrivilege"),
    /** {@code SeRemoteShutdownPrivilege}. */
    REMOTE_SHUTDOWN_PRIVILEGE("SeRemoteShutdownPrivilege"),
    /** {@code SeRestorePrivilege}. */
    RESTORE_PRIVILEGE("SeRestorePrivilege"),
    /** {@code SeSecurityPrivilege}. */
    SECURITY_PRIVILEGE("SeSecurityPrivilege"),
    /** {@code SeShutdownPrivilege}. */
    SHUTDOWN_PRIVILEGE("SeShutdownPrivilege"),
    /** {@code SeSyncAgentPrivilege}. */
    SYNC_AGENT_PRIVILEGE("SeSyncAgentPrivilege"),
    /** {@code SeSystemEnvironmentPrivilege}. */
    SYSTEM_ENVIRONMENT_PRIVILEGE("SeSystemEnvironmentPrivilege"),
    /** {@code SeSystemProfilePrivilege}. */
    SYSTEM_PROFILE_PRIVILEGE("SeSystemProfilePrivilege"),
    /** {@code SeSystemtimePrivilege}. */
    SYSTEMTIME_PRIVILEGE("SeSystemtimePrivilege"),
    /** {@code SeTakeOwnershipPrivilege}. */
    TAKE_OWNERSHIP_PRIVILEGE("SeTakeOwnershipPrivilege"),
    /** {@code SeTcbPrivilege}. */
    TCB_PRIVILEGE("SeTcbPrivilege"),
    /** {@code SeTimeZonePrivilege}. */
    TIME_ZONE_PRIVILEGE("SeTimeZonePrivilege"),
    /** {@code SeTrustedCredManAccessPrivilege}. */
    TRUSTED_CRED_MAN_ACCESS_PRIVILEGE("SeTrustedCredManAccessPrivilege"),
    /** {@code SeUndockPrivilege}. */
    UNDOCK_PRIVILEGE("SeUndockPrivilege"),
    /** {@code SeUnsolicitedInputPrivilege}. */
    UNSOLICITED_INPUT_PRIVILEGE("SeUnsolicitedInputPrivilege");

    private static final Map<String, AccountRight> BY_NAME = new HashMap<>();
    private final String windowsName;

    static {
        for (AccountRight right : values()) {
            BY_NAME.put(right.windowsName.toLowerCase(Locale.ROOT), right);
        }
    }

    AccountRight(String windowsName) {
        this.windowsName = windowsName;
    }

    /** The right of a name, in any case of letters; empty for unknown names. */
    public static Optional<AccountRight> of(String windowsName) {
        return Optional.ofNullable(BY_NAME.get(windowsName.toLowerCase(Locale.ROOT)));
    }

    /** The name Windows uses in policies, templates and APIs: {@code SeNetworkLogonRight}. */
    public String windowsName() {
        return windowsName;
    }

    /** Whether it allows or denies a way to log on; the others are privileges. */
    public boolean isLogonRight() {
        return windowsName.endsWith("LogonRight");
    }

    /** Whether it denies what another right allows. */
    public boolean isDenial() {
        return windowsName.startsWith("SeDeny");
    }

    /** The key under which front ends keep its title: {@code right.SeNetworkLogonRight}. */
    public String key() {
        return "right." + windowsName;
    }
}
