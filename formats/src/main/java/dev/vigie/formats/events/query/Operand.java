package dev.vigie.formats.events.query;

/** What a comparison compares. */
sealed interface Operand extends Expression permits Path, Literal, Expression.Band, Expression.TimeDiff,
        Expression.Position {
}
