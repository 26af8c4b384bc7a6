package dev.vigie.diagnosis.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each form of value, modifier and condition means. */
class DetectionTest {
    /** A search identifier {@code s}, and values of the field {@code F} that it matches and does not match. */
    record Row(String detection, String matches, String differs) {
    }

    static Stream<Row> modifiers() {
        return Stream.of(
                new Row("s: {F: abc}", "ABC", "abcd"),
                new Row("s: {F: 'a*c'}", "AxyzC", "abcd"),
                new Row("s: {F: 'a?c'}", "abc", "ac"),
                new Row("s: {F: 'a\\*c'}", "a*c", "abc"),
                new Row("s: {F: 'a\\\\*c'}", "a\\xyzc", "a*c"),
                new Row("s: {F: 'a\\\\\\*c'}", "a\\*c", "a\\xc"),
                new Row("s: {F: 'a\\b\\\\c'}", "a\\b\\c", "ab\\c"),
                new Row("s: {F: '*'}", "anything", "-"),
                new Row("s: {F: [abc, xyz]}", "xyz", "abcxyz"),
                new Row("s: {F: 16}", "16", "160"),
                new Row("s: {F: 16}", "0x10", "10"),
                new Row("s: {F: 0x10}", "16", "10"),
                new Row("s: {F: true}", "True", "1"),
                new Row("s: {F|contains: B}", "abc", "ac"),
                new Row("s: {F|contains: '\\Temp\\'}", "C:\\Temp\\x", "C:\\Temp"),
                new Row("s: {F|contains|all: [a, c]}", "xcax", "xax"),
                new Row("s: {F|startswith: ab}", "ABC", "cab"),
                new Row("s: {F|endswith: '\\cmd.exe'}", "C:\\CMD.exe", "C:\\cmd.exe.bak"),
                new Row("s: {F|cased: Abc}", "Abc", "abc"),
                new Row("s: {F|contains|cased: Abc}", "xAbcx", "xabcx"),
                new Row("s: {F|re: '^a[0-9]+$'}", "a12", "A12"),
                new Row("s: {F|re|i: '^a[0-9]+$'}", "A12", "b12"),
                new Row("s: {F|re|m: '^b$'}", "a\nb", "ab"),
                new Row("s: {F|re|s: 'a.b'}", "a\nb", "ab"),
                new Row("s: {F|cidr: 10.0.0.0/8}", "10.200.1.2", "11.0.0.1"),
                new Row("s: {F|cidr: 192.168.1.128/25}", "192.168.1.129", "192.168.1.1"),
                new Row("s: {F|cidr: 'fe80::/10'}", "fe80::1", "10.0.0.1"),
                new Row("s: {F|lt: 10}", "9", "10"),
                new Row("s: {F|lte: 10}", "0xA", "11"),
                new Row("s: {F|gt: 10}", "10.5", "9"),
                new Row("s: {F|gte: 10}", "10", "text"),
                new Row("s: {F|neq: abc}", "abd", "ABC"),
                new Row("s: {F|contains|neq: abc}", "x", "xabcx"),
                new Row("s: {F|windash: ' -enc'}", " /enc", " enc"),
                new Row("s: {F|windash|contains: '-e -x'}", "a \u2013e /x", "a e x"),
                new Row("s: {F|base64: secret}", "c2VjcmV0", "secret"),
                new Row("s: {F|base64offset|contains: foobar}", "eGZvb2Jhcng=", "foobar"),
                new Row("s: {F|base64offset|contains: foobar}", "eHhmb29iYXI=", "eHh4"),
                new Row("s: {F|wide|base64offset|contains: cmd}", "YwBtAGQA", "Y21k"),
                new Row("s: {F|utf16le|base64: ab}", "YQBiAA==", "YWI="),
                new Row("s: {F|utf16be|base64: ab}", "AGEAYg==", "YQBiAA=="),
                new Row("s: {F|utf16|base64: ab}", "//5hAGIA", "YQBiAA=="),
                new Row("s: {F|exists: true}", "x", "-"),
                new Row("s: {F|exists: Yes}", "x", "-"),
                new Row("s: {F|fieldref: Other}", "the other", "another"),
                new Row("s: {F|fieldref|endswith: Other}", "not the other", "the others"),
                new Row("s: {F: ''}", "", "x"),
                new Row("s: [{F: abc}, {F|startswith: x}]", "xyz", "y"),
                new Row("s: {F|startswith: a, Other: the other}", "ab", "b"),
                new Row("s: [needle, other-needle]", "hay Needle hay", "hay"),
                new Row("s: needle", "xneedlex", "needl"),
                new Row("s: {'|all': [one, two]}", "two, one", "one"),
                new Row("s: [{'|all': [one, two]}, three]", "three", "two"));
    }

    @ParameterizedTest
    @MethodSource("modifiers")
    void searchIdentifier_matchingValue_hits(Row row) {
        String rule = Rules.about(row.detection() + "\ncondition: s");

        assertThat(Rules.match(rule, Rules.event("F", row.matches(), "Other", "the other"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("modifiers")
    void searchIdentifier_otherValue_doesNotHit(Row row) {
        String rule = Rules.about(row.detection() + "\ncondition: s");
        String field = row.differs().equals("-") ? "G" : "F";

        assertThat(Rules.match(rule, Rules.event(field, row.differs(), "Other", "the other"))).isFalse();
    }

    /** A condition over {@code a*}: A is x, {@code b}: B is x, {@code _c}: C is x; and fields that make it so or not. */
    record Condition(String condition, String hits, String misses) {
    }

    static Stream<Condition> conditions() {
        return Stream.of(
                new Condition("a1 and b", "AB", "A"),
                new Condition("a1 or b", "B", "C"),
                new Condition("a1 OR b AND not _c", "A", "BC"),
                new Condition("(a1 or b) and not _c", "B", "AC"),
                new Condition("not (a1 or b)", "C", "B"),
                new Condition("not not a1", "A", "B"),
                new Condition("1 of them", "B", "C"),
                new Condition("any of them", "A", ""),
                new Condition("all of them", "ADB", "AB"),
                new Condition("1 of a*", "D", "B"),
                new Condition("all of a*", "AD", "A"),
                new Condition("2 of them", "BD", "B"),
                new Condition("1 of _*", "C", "A"),
                new Condition("b and not 1 of a*", "B", "BD"),
                new Condition("[a1, b]", "B", "C"));
    }

    private static String rule(Condition condition) {
        return Rules.about("""
                a1: {A: x}
                a2: {D: x}
                b: {B: x}
                _c: {C: x}
                condition: %s""".replace("%s", condition.condition()));
    }

    private static String[] fields(String names) {
        return names.chars().boxed().flatMap(name -> Stream.of(Character.toString(name), "x")).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void condition_fulfilled_hits(Condition condition) {
        assertThat(Rules.match(rule(condition), Rules.event(fields(condition.hits())))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void condition_notFulfilled_doesNotHit(Condition condition) {
        assertThat(Rules.match(rule(condition), Rules.event(fields(condition.misses())))).isFalse();
    }
}
