package dev.vigie.formats.windows;

import dev.vigie.formats.ProblemCode;
import dev.vigie.formats.Severity;

/** What can be wrong in a binary security descriptor. */
public enum SecurityProblem implements ProblemCode {
    /** It is shorter than its header or has another revision; arguments: the bytes there are. */
    NOT_A_DESCRIPTOR("windows.descriptor.not-a-descriptor", Severity.DAMAGE),
    /** Owner or group is no SID; arguments: "owner" or "group", the offset the header gives. */
    BAD_SID("windows.descriptor.bad-sid", Severity.DAMAGE),
    /** A list starts outside the descriptor or has no header; arguments: "sacl" or "dacl", the offset the header gives. */
    BAD_ACL("windows.descriptor.bad-acl", Severity.DAMAGE),
    /** A list ends before its last entry; arguments: the entries it announces, the entries read. */
    ACL_CUT_SHORT("windows.descriptor.acl-cut-short", Severity.DAMAGE),
    /** An entry of a known type has not its form and was kept raw; arguments: its type number, its number in the list. */
    BAD_ACE("windows.descriptor.bad-ace", Severity.WARNING);

    private final String key;
    private final Severity severity;

    SecurityProblem(String key, Severity severity) {
        this.key = key;
        this.severity = severity;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
