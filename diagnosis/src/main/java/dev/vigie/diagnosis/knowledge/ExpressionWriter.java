package dev.vigie.diagnosis.knowledge;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Writes expressions of the compiled form: a tag, then the parts. */
final class ExpressionWriter {
    private final DataOutputStream out;

    ExpressionWriter(DataOutputStream out) {
        this.out = out;
    }

    void expression(Expression expression) throws IOException {
        switch (expression) {
            case Expression.Or or -> {
                out.writeByte('|');
                expressions(or.terms());
            }
            case Expression.And and -> {
                out.writeByte('&');
                expressions(and.terms());
            }
            case Expression.Not not -> {
                out.writeByte('!');
                expression(not.term());
            }
            case Expression.Exists exists -> {
                out.writeByte('e');
                selection(exists.selection());
                out.writeBoolean(exists.relation().isPresent());
                if (exists.relation().isPresent()) {
                    relation(exists.relation().get());
                }
            }
            case Expression.Count count -> {
                out.writeByte('c');
                selection(count.selection());
                out.writeUTF(count.operator().name());
                out.writeInt(count.number());
            }
            case Expression.EndIs end -> {
                out.writeByte('l');
                out.writeUTF(end.end().name());
                selection(end.selection());
                condition(end.condition());
            }
            case Expression.FactIs fact -> {
                out.writeByte('f');
                out.writeUTF(fact.fact());
                out.writeInt(fact.outcomes().size());
                for (String outcome : fact.outcomes()) {
                    out.writeUTF(outcome);
                }
            }
            case Expression.SignalIs signal -> {
                out.writeByte('s');
                out.writeUTF(signal.signal());
            }
            case Expression.MachineIs machine -> {
                out.writeByte('m');
                out.writeUTF(machine.role().name());
            }
        }
    }

    private void expressions(List<Expression> terms) throws IOException {
        out.writeInt(terms.size());
        for (Expression term : terms) {
            expression(term);
        }
    }

    void selection(Selection selection) throws IOException {
        out.writeUTF(selection.set());
        out.writeBoolean(selection.condition().isPresent());
        if (selection.condition().isPresent()) {
            condition(selection.condition().get());
        }
    }

    private void relation(Relation relation) throws IOException {
        switch (relation) {
            case Relation.Order order -> {
                out.writeByte('o');
                out.writeBoolean(order.after());
                out.writeUTF(order.end().name());
                selection(order.other());
            }
            case Relation.Within within -> {
                out.writeByte('w');
                duration(within.distance());
                selection(within.other());
                fields(within.same());
            }
            case Relation.Followed followed -> {
                out.writeByte('f');
                out.writeBoolean(followed.negated());
                selection(followed.other());
                out.writeBoolean(followed.distance().isPresent());
                if (followed.distance().isPresent()) {
                    duration(followed.distance().get());
                }
                fields(followed.same());
            }
        }
    }

    private void duration(Duration duration) throws IOException {
        out.writeLong(duration.toSeconds());
    }

    void condition(Condition condition) throws IOException {
        switch (condition) {
            case Condition.AnyOf any -> {
                out.writeByte('|');
                conditions(any.terms());
            }
            case Condition.AllOf all -> {
                out.writeByte('&');
                conditions(all.terms());
            }
            case Condition.Negated not -> {
                out.writeByte('!');
                condition(not.term());
            }
            case Condition.Compare compare -> {
                out.writeByte('c');
                field(compare.field());
                out.writeUTF(compare.operator().name());
                literal(compare.literal());
            }
            case Condition.In in -> {
                out.writeByte('i');
                field(in.field());
                out.writeInt(in.literals().size());
                for (Literal literal : in.literals()) {
                    literal(literal);
                }
            }
            case Condition.Like like -> {
                out.writeByte('l');
                field(like.field());
                out.writeUTF(like.pattern());
            }
            case Condition.Has has -> {
                out.writeByte('h');
                field(has.field());
            }
        }
    }

    private void conditions(List<Condition> terms) throws IOException {
        out.writeInt(terms.size());
        for (Condition term : terms) {
            condition(term);
        }
    }

    private void fields(List<Field> fields) throws IOException {
        out.writeInt(fields.size());
        for (Field field : fields) {
            field(field);
        }
    }

    private void field(Field field) throws IOException {
        switch (field) {
            case Field.Header header -> {
                out.writeByte('h');
                out.writeUTF(header.name());
            }
            case Field.Named named -> {
                out.writeByte('d');
                out.writeUTF(named.name());
            }
            case Field.Indexed indexed -> {
                out.writeByte('i');
                out.writeInt(indexed.index());
            }
            case Field.Last _ -> out.writeByte('l');
            case Field.Status status -> {
                out.writeByte('s');
                field(status.of());
            }
            case Field.SidOf sid -> {
                out.writeByte('u');
                field(sid.of());
            }
            case Field.NumberOf number -> {
                out.writeByte('n');
                field(number.of());
            }
        }
    }

    private void literal(Literal literal) throws IOException {
        switch (literal) {
            case Literal.Whole number -> {
                out.writeByte('n');
                out.writeLong(number.number());
            }
            case Literal.Text text -> {
                out.writeByte('t');
                out.writeUTF(text.text());
            }
            case Literal.StatusName name -> {
                out.writeByte('s');
                out.writeUTF(name.name());
                out.writeUTF(name.code().kind().name());
                out.writeInt(name.code().value());
            }
            case Literal.SidLiteral sid -> {
                out.writeByte('u');
                out.writeUTF(sid.sid().toString());
            }
        }
    }
}
