package dev.vigie.formats.events;

/** One piece of an element's content: a nested {@link Element} or a {@link Value}. */
public sealed interface Node permits Element, Value {
}
