package dev.vigie.formats.events.evtx;

import dev.vigie.formats.events.ValueType;

/**
 * One instruction of a {@link TextProgram}: what to do with the value of a slot, and the text around it.
 *
 * <p>That text is one range of the program's: a prefix and a suffix, written only with a value, and then what follows
 * in any case.
 */
final class Step {
    /** Writes what follows. */
    static final int LITERAL = 0;
    /** Goes to the target when the slot's value is NULL. */
    static final int SKIP_IF_NULL = 1;
    /** Goes to the target when the slot's value is not NULL. */
    static final int SKIP_IF_PRESENT = 2;
    /** Goes to the target. */
    static final int SKIP = 3;
    /** Gives up when the slot's value is NULL. */
    static final int REQUIRE = 4;
    /** Writes an attribute unless it is empty (MS-EVEN6 2.2.12.2). */
    static final int ATTRIBUTE = 5;
    /** Writes the value that is all the content of an element. */
    static final int CONTENT = 6;
    /** Writes a value, or the element of a fragment, among other content. */
    static final int CHILD = 7;
    /** Writes a value among other text. */
    static final int TEXT = 8;
    /** Writes the items of a fragment. */
    static final int ITEMS = 9;
    /** Writes the members of a fragment that is the payload. */
    static final int FRAGMENT = 10;
    /** Writes the value of an item of {@code data}, its type and the end of the item. */
    static final int DATUM = 11;
    /** Writes the type of a System field that is not of the expected one. */
    static final int TYPE = 12;
    /** Goes to the target unless all System fields are of the expected types. */
    static final int SKIP_UNLESS_TYPED = 17;
    /** Writes the content of an element in a tree, unless it is NULL. */
    static final int TREE_CONTENT = 13;
    /** Begins an object or array that is dropped when it stays empty. */
    static final int OPEN = 14;
    /** Ends it. */
    static final int CLOSE_UNLESS_EMPTY = 15;
    /** Ends an object or array after its last member, whose comma is dropped. */
    static final int CLOSE = 16;
    /** Without any text of the kind. */
    static final int NONE = -1;

    final int operation;
    final int slot;
    /** Where the prefix begins. */
    final int offset;
    /** Where the suffix begins. */
    int suffix;
    /** Where the text that follows in any case begins. */
    int rest;
    int end;
    /** The step to go on with. */
    int target;
    /** Where the start tag before this step begins, when it is the same for every event; else {@link #NONE}. */
    int startTag = NONE;
    /** The type that nearly all values have: of the event schema, for a System field, or of the template. */
    ValueType expected = ValueType.NULL;
    /** Whether the text around is that of a value of the expected type, whatever the value. */
    boolean isFitted;
    /** How many quotation marks the prefix ends and the suffix begins with, for a value of the expected type. */
    int quotes;
    /** The steps whose slots and types are meant, where it is more than one. */
    Step[] all = {};
    /** How deep the element is indented whose content this is. */
    int level;

    /** Expects values of a type, around which the text has so many quotation marks on either side. */
    void fit(ValueType type, int quotationMarks) {
        expected = type;
        isFitted = true;
        quotes = quotationMarks;
    }

    Step(int operation, int slot, int offset) {
        this.operation = operation;
        this.slot = slot;
        this.offset = offset;
        suffix = offset;
        rest = offset;
        end = offset;
    }
}
