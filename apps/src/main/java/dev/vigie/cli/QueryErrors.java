package dev.vigie.cli;

import dev.vigie.formats.events.query.QuerySyntaxException;
import dev.vigie.rendering.Printable;
import dev.vigie.rendering.Texts;

/** Shows where a query is wrong. */
final class QueryErrors {
    private static final int CONTEXT = 60;

    private QueryErrors() {
    }

    static Refusal refusal(String query, QuerySyntaxException exception, Texts texts) {
        int offset = Math.clamp(exception.offset(), 0, query.length());
        int from = Math.max(0, offset - CONTEXT);
        String before = Printable.of(query.substring(from, offset));
        String after = Printable.of(query.substring(offset, Math.min(query.length(), offset + CONTEXT)));
        return Refusal.usage("error.bad-query", reason(exception, texts), before + after,
                " ".repeat(before.length()));
    }

    static String reason(QuerySyntaxException exception, Texts texts) {
        return texts.get("problem." + exception.code().key(), exception.arguments().toArray());
    }
}
