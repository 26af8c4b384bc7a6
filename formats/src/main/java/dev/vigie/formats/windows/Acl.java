package dev.vigie.formats.windows;

import java.util.List;

/**
 * An access control list (MS-DTYP 2.4.5): entries in the order in which Windows weighs them.
 *
 * @param revision 2, or 4 when entries name object types
 * @param entries the entries
 */
public record Acl(int revision, List<Ace> entries) {
    /** The revision of lists without object entries. */
    public static final int REVISION = 2;
    /** The revision of lists with object entries. */
    public static final int REVISION_DS = 4;

    /** Copies the entries. */
    public Acl {
        entries = List.copyOf(entries);
    }

    /** A list with the revision its entries need. */
    public static Acl of(List<Ace> entries) {
        boolean objects = entries.stream().anyMatch(Ace.ObjectScoped.class::isInstance);
        return new Acl(objects ? REVISION_DS : REVISION, entries);
    }
}
