package dev.vigie.diagnosis.facts;

/** The part a machine plays in a case. */
public enum Role {
    /** The machine being looked at. */
    MACHINE("machine"),
    /** The machine that calls: the one that enrols, connects or manages. */
    CLIENT("client"),
    /** The certification authority. */
    CA("ca");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    /** The stable name in knowledge, reports and on the command line. */
    public String key() {
        return key;
    }
}
