package dev.vigie.diagnosis.knowledge;

import dev.vigie.diagnosis.facts.Role;
import dev.vigie.formats.windows.Sid;
import dev.vigie.formats.windows.StatusCode;
import dev.vigie.formats.windows.StatusKind;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what {@link ExpressionWriter} wrote. */
final class ExpressionReader {
    private final DataInputStream in;

    ExpressionReader(DataInputStream in) {
        this.in = in;
    }

    private interface Item<T> {
        T read() throws IOException;
    }

    Expression expression() throws IOException {
        return switch (in.readByte()) {
            case '|' -> new Expression.Or(all(this::expression));
            case '&' -> new Expression.And(all(this::expression));
            case '!' -> new Expression.Not(expression());
            case 'e' -> new Expression.Exists(selection(), optional(this::relation));
            case 'c' -> new Expression.Count(selection(), Comparison.valueOf(in.readUTF()), in.readInt());
            case 'l' -> new Expression.EndIs(End.valueOf(in.readUTF()), selection(), condition());
            case 'f' -> new Expression.FactIs(in.readUTF(), new TreeSet<>(all(in::readUTF)));
            case 's' -> new Expression.SignalIs(in.readUTF());
            case 'm' -> new Expression.MachineIs(Role.valueOf(in.readUTF()));
            default -> throw new IOException("unknown expression");
        };
    }

    Selection selection() throws IOException {
        return new Selection(in.readUTF(), optional(this::condition));
    }

    private Relation relation() throws IOException {
        return switch (in.readByte()) {
            case 'o' -> new Relation.Order(in.readBoolean(), End.valueOf(in.readUTF()), selection());
            case 'w' -> new Relation.Within(duration(), selection(), all(this::field));
            case 'f' -> new Relation.Followed(in.readBoolean(), selection(), optional(this::duration),
                    all(this::field));
            default -> throw new IOException("unknown relation");
        };
    }

    private Duration duration() throws IOException {
        return Duration.ofSeconds(in.readLong());
    }

    Condition condition() throws IOException {
        return switch (in.readByte()) {
            case '|' -> new Condition.AnyOf(all(this::condition));
            case '&' -> new Condition.AllOf(all(this::condition));
            case '!' -> new Condition.Negated(condition());
            case 'c' -> new Condition.Compare(field(), Comparison.valueOf(in.readUTF()), literal());
            case 'i' -> new Condition.In(field(), all(this::literal));
            case 'l' -> new Condition.Like(field(), in.readUTF());
            case 'h' -> new Condition.Has(field());
            default -> throw new IOException("unknown condition");
        };
    }

    private Field field() throws IOException {
        return switch (in.readByte()) {
            case 'h' -> Field.Header.valueOf(in.readUTF());
            case 'd' -> new Field.Named(in.readUTF());
            case 'i' -> new Field.Indexed(in.readInt());
            case 'l' -> Field.Last.LAST;
            case 's' -> new Field.Status(field());
            case 'u' -> new Field.SidOf(field());
            case 'n' -> new Field.NumberOf(field());
            default -> throw new IOException("unknown field");
        };
    }

    private Literal literal() throws IOException {
        return switch (in.readByte()) {
            case 'n' -> new Literal.Whole(in.readLong());
            case 't' -> new Literal.Text(in.readUTF());
            case 's' -> new Literal.StatusName(in.readUTF(),
                    new StatusCode(StatusKind.valueOf(in.readUTF()), in.readInt()));
            case 'u' -> new Literal.SidLiteral(Sid.parse(in.readUTF()));
            default -> throw new IOException("unknown literal");
        };
    }

    private <T> List<T> all(Item<T> reader) throws IOException {
        int count = in.readInt();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(reader.read());
        }
        return items;
    }

    private <T> Optional<T> optional(Item<T> reader) throws IOException {
        return in.readBoolean() ? Optional.of(reader.read()) : Optional.empty();
    }
}
