package dev.vigie.formats.windows;

/** The numbering a {@link StatusCode} belongs to. */
public enum StatusKind {
    /** The result of a COM or Windows call (MS-ERREF 2.1), 32 bits. */
    HRESULT,
    /** The status of the kernel, of logon and of SMB (MS-ERREF 2.3), 32 bits. */
    NTSTATUS,
    /** A Windows error (MS-ERREF 2.2), almost always below 65536. */
    WIN32,
    /** The error code of a KRB-ERROR message (RFC 4120 7.5.9), as events 4768, 4769 and 4771 print it. */
    KERBEROS,
    /** The description of a TLS alert (RFC 8446 6), as Schannel 36887 and 36888 print it. */
    TLS_ALERT,
    /** The failure code of an RDP negotiation failure (MS-RDPBCGR 2.2.1.2.2). */
    RDP_NEGOTIATION,
    /** The error info a Remote Desktop server ends a session with (MS-RDPBCGR 2.2.5.1.1): the "extended error code". */
    RDP_DISCONNECT,
    /** The disconnect reason of the Remote Desktop client (IMsTscAxEvents::OnDisconnected): the "error code". */
    RDP_CLIENT;

    boolean hasFacility() {
        return this == HRESULT || this == NTSTATUS;
    }
}
