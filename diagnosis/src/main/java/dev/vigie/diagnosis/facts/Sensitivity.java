package dev.vigie.diagnosis.facts;

/** Who may see a fact. */
public enum Sensitivity {
    /** May be published. */
    PUBLIC,
    /** Names people, machines or addresses; masked before it leaves the administrator. */
    PRIVATE,
    /** Never kept: passwords, keys, tickets. */
    SECRET
}
