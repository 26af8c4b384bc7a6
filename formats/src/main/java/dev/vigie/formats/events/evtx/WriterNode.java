package dev.vigie.formats.events.evtx;

import java.util.List;

/** A piece of binary XML to be written; equal when it has the same structure, wherever it ends up. */
sealed interface WriterNode {
    /** The dependency of an element that depends on no value. */
    int NO_DEPENDENCY = 0xFFFF;

    /**
     * An element.
     *
     * @param dependency the slot without whose value the element is left out, or {@link #NO_DEPENDENCY}
     */
    record Tag(String name, int dependency, List<TagAttribute> attributes,
            List<WriterNode> content) implements WriterNode {
        public Tag {
            attributes = List.copyOf(attributes);
            content = List.copyOf(content);
        }
    }

    /**
     * An attribute of an element.
     *
     * @param parts what its value is made of
     */
    record TagAttribute(String name, List<Leaf> parts) {
        public TagAttribute {
            parts = List.copyOf(parts);
        }

        TagAttribute(String name, Leaf value) {
            this(name, List.of(value));
        }
    }

    /** What an attribute can hold. */
    sealed interface Leaf extends WriterNode {
    }

    /** Text written in place. */
    record Literal(String text) implements Leaf {
    }

    /**
     * A place for a value of the template instance.
     *
     * @param index the number of the value
     * @param typeCode the type the value is expected to have
     * @param optional whether an absent value removes what encloses it
     */
    record Slot(int index, int typeCode, boolean optional) implements Leaf {
    }
}
