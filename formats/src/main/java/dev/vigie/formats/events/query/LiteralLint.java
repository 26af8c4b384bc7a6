package dev.vigie.formats.events.query;

import dev.vigie.formats.events.SystemField;
import dev.vigie.formats.events.query.ConditionCompiler.At;
import dev.vigie.formats.events.query.Path.Axis;
import dev.vigie.formats.windows.FileTime;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks literals against what they are compared with. */
final class LiteralLint {
    private static final long MAX_16_BITS = 0xFFFF;
    private static final long MAX_8_BITS = 0xFF;
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]{1,19}");
    private static final Pattern LONG_FRACTION = Pattern.compile(".*\\.[0-9]{4,}Z");
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /* Read in this order; a time without zone is taken as UTC, which is what Windows would take it for with a Z. */
    private static final List<Function<String, Instant>> OTHER_TIMES = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    private final QueryEditor editor;
    private final VocabularyLint vocabulary;

    LiteralLint(QueryEditor editor, VocabularyLint vocabulary) {
        this.editor = editor;
        this.vocabulary = vocabulary;
    }

    void lint(Path path, At end, Literal literal) {
        if (literal.quoted() && !literal.text().equals(literal.text().strip())) {
            replace(QueryLintCode.BLANK_PADDED, literal, literal.text().strip(), literal.text());
            return;
        }
        String attribute = path.last().axis() == Axis.ATTRIBUTE ? path.last().name() : null;
        SystemField field = end.scope() == Scope.SYSTEM_FIELD ? SystemField.of(end.element(), attribute) : null;
        if (field == null || attribute == null && path.last().axis() == Axis.ATTRIBUTE) {
            return;
        }
        switch (SystemValue.kind(field)) {
            case NUMBER -> number(field, literal);
            case GUID -> verifyType(literal.forms().guid() != null, field, literal);
            case SID -> verifyType(literal.forms().sid() != null, field, literal);
            case TIME -> time(literal);
            case TEXT -> {
                if (field == SystemField.PROVIDER_NAME) {
                    vocabulary.provider(editor, literal);
                }
            }
        }
    }

    private void verifyType(boolean right, SystemField field, Literal literal) {
        if (!right) {
            editor.report(QueryLintCode.WRONG_TYPE, literal, name(field), literal.text());
        }
    }

    private static String name(SystemField field) {
        return field.attribute() == null ? field.element() : field.element() + "/@" + field.attribute();
    }

    private void number(SystemField field, Literal literal) {
        if (field == SystemField.KEYWORDS && NEGATIVE.matcher(literal.text()).matches()) {
            negativeKeywords(literal);
            return;
        }
        Numeric number = literal.forms().numeric();
        verifyType(number.isNumber(), field, literal);
        if (number.exact()) {
            range(field, literal, number.bits());
        }
    }

    private void negativeKeywords(Literal literal) {
        BigInteger signed = new BigInteger(literal.text());
        if (signed.bitLength() < Long.SIZE) {
            String unsigned = Long.toUnsignedString(signed.longValue());
            replace(QueryLintCode.NEGATIVE_KEYWORDS, literal, unsigned, literal.text(), unsigned);
        }
    }

    private void range(SystemField field, Literal literal, long number) {
        if (field == SystemField.KEYWORDS && number < 0) {
            editor.report(QueryLintCode.LARGE_KEYWORDS, literal, literal.text(), "0x" + Long.toHexString(number));
        }
        long most = switch (field) {
            case EVENT_ID, QUALIFIERS, TASK -> MAX_16_BITS;
            case LEVEL, VERSION, OPCODE -> MAX_8_BITS;
            default -> -1;
        };
        if (most < 0 || Long.compareUnsigned(number, most) <= 0) {
            return;
        }
        if (field == SystemField.EVENT_ID && number >>> Integer.SIZE == 0) {
            // A whole message id, with the qualifiers in its upper half.
            replace(QueryLintCode.OUT_OF_RANGE, literal, Long.toString(number & MAX_16_BITS), name(field),
                    literal.text(), most);
        } else {
            editor.report(QueryLintCode.OUT_OF_RANGE, literal, name(field), literal.text(), most);
        }
    }

    private void time(Literal literal) {
        FileTime time = literal.forms().time();
        if (time == null) {
            Instant meant = otherTime(literal.text());
            if (meant == null || !literal.quoted()) {
                editor.report(QueryLintCode.TIME_NOT_UTC, literal, literal.text());
            } else {
                replace(QueryLintCode.TIME_NOT_UTC, literal, MILLISECONDS.format(meant), literal.text());
            }
        } else if (LONG_FRACTION.matcher(literal.text()).matches()) {
            replace(QueryLintCode.TIME_PRECISION, literal, MILLISECONDS.format(time.toInstant()), literal.text());
        }
    }

    private static @Nullable Instant otherTime(String text) {
        String iso = text.strip().replace(' ', 'T');
        for (Function<String, Instant> reading : OTHER_TIMES) {
            try {
                return reading.apply(iso);
            } catch (DateTimeException e) {
                // Not this form; the next may fit.
            }
        }
        return null;
    }

    private void replace(QueryLintCode code, Literal literal, String text, Object... arguments) {
        Literal replacement = literal.quoted() ? Literal.string(text) : Literal.number(text);
        editor.replace(code, literal, replacement.toString(), arguments);
    }
}
