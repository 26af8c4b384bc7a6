package dev.vigie.diagnosis.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.diagnosis.sigma.RuleHit.MatchedField;
import dev.vigie.formats.Problem;
import dev.vigie.formats.events.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events a rule is about, and where its fields come from. */
class FieldsTest {
    @ParameterizedTest
    @CsvSource({"EventID: 7045", "EventID: '7045'", "Provider_Name: some provider", "Channel: system", "Level: 4",
            "Computer|startswith: srv1", "ComputerName|endswith: .org"})
    void systemField_ofTheEvent_isFound(String field) {
        assertThat(Rules.match(Rules.about("s: {" + field + "}\ncondition: s"), Rules.event())).isTrue();
    }

    @Test
    void unnamedValues_areData_eachAlone() {
        String rule = Rules.about("s: {Data: second}\ncondition: s");

        assertThat(Rules.match(rule, Rules.event("", "first", "", "second"))).isTrue();
        assertThat(Rules.match(rule, Rules.event("", "first and second"))).isFalse();
    }

    @Test
    void fieldName_blanksOfTheProvider_areLeftOut() {
        String rule = Rules.about("s: {ThreatName: x}\ncondition: s");

        assertThat(Rules.match(rule, Rules.event("Threat Name", "x"))).isTrue();
    }

    @Test
    void nullValue_absentOrEmptyField_matches() {
        String rule = Rules.about("s: {F: null}\ncondition: s");

        assertThat(Rules.match(rule, Rules.event("G", "x"))).isTrue();
        assertThat(Rules.match(rule, Rules.event("F", ""))).isTrue();
        assertThat(Rules.match(rule, Rules.event("F", "x"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no"})
    void exists_false_matchesOnlyWithoutTheField(String no) {
        String rule = Rules.about("s: {F|exists: " + no + "}\ncondition: s");

        assertThat(Rules.match(rule, Rules.event("G", "x"))).isTrue();
        assertThat(Rules.match(rule, Rules.event("F", ""))).isFalse();
    }

    @Test
    void category_sysmonAndSecurity_bothHit() {
        String rule = Rules.about("category: process_creation, product: windows", """
                s: {Image|endswith: '\\whoami.exe', User: system}
                condition: s""");

        assertThat(Rules.match(rule, Rules.event(Rules.SYSMON, 1, "Image", "C:\\whoami.exe", "User", "SYSTEM")))
                .isTrue();
        assertThat(Rules.match(rule,
                Rules.event("Security", 4688, "NewProcessName", "C:\\whoami.exe", "SubjectUserName", "SYSTEM")))
                .isTrue();
        assertThat(Rules.match(rule, Rules.event(Rules.SYSMON, 5, "Image", "C:\\whoami.exe", "User", "SYSTEM")))
                .isFalse();
    }

    @Test
    void absentField_ofThisKindOfEvent_isUnknownInBothDirections() {
        Event event = Rules.event("Security", 4688, "NewProcessName", "C:\\a.exe");
        String source = "category: process_creation, product: windows";

        assertThat(Rules.match(Rules.about(source, "s: {OriginalFileName: a.exe}\ncondition: s"), event)).isFalse();
        assertThat(Rules.match(Rules.about(source, "s: {OriginalFileName: a.exe}\ncondition: not s"), event)).isFalse();
        assertThat(Rules.match(Rules.about(source, """
                s: [{OriginalFileName: a.exe}, {Image|endswith: a.exe}]
                condition: s"""), event)).isTrue();
        assertThat(Rules.match(Rules.about(source, """
                s: {Image|endswith: a.exe}
                f: {OriginalFileName: a.exe, Image: other}
                condition: s and not f"""), event)).isTrue();
    }

    @Test
    void mappedValues_writtenAndTranslated_bothMatch() {
        Event event = Rules.event("Security", 4688, "MandatoryLabel", "S-1-16-12288");
        String source = "category: process_creation, product: windows";

        assertThat(Rules.match(Rules.about(source, "s: {IntegrityLevel: High}\ncondition: s"), event)).isTrue();
        assertThat(Rules.match(Rules.about(source, "s: {IntegrityLevel: S-1-16-12288}\ncondition: s"), event)).isTrue();
    }

    @Test
    void registryPath_ofSecurity_isWrittenAsSysmonWritesIt() {
        Event event = Rules.event("Security", 4657, "ObjectName", "\\REGISTRY\\MACHINE\\SOFTWARE\\X", "ObjectValueName",
                "Run", "NewValue", "evil.exe");

        assertThat(Rules.match(Rules.about("category: registry_set, product: windows", """
                s: {TargetObject: 'HKLM\\Software\\X\\Run', Details: evil.exe}
                condition: s"""), event)).isTrue();
    }

    @Test
    void service_otherChannel_doesNotHit() {
        String rule = Rules.about("service: security, product: windows", "s: {EventID: 7045}\ncondition: s");

        assertThat(Rules.match(rule, Rules.event("SECURITY", 7045))).isTrue();
        assertThat(Rules.match(rule, Rules.event("System", 7045))).isFalse();
    }

    @Test
    void hit_namesWhatMatched_butNothingOfWhatWasExcluded() {
        List<RuleHit> hits = Rules.hits(Rules.about("""
                s: {F|contains: [b, z], G: 1}
                f: {H: x}
                condition: s and not f"""), Rules.event("F", "abc", "G", "1", "H", "y"), new ArrayList<>());

        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.matched()).containsExactly(new MatchedField("F", "abc"), new MatchedField("G", "1"));
            assertThat(hit.rule().level()).isEqualTo(Level.HIGH);
            assertThat(hit.event().recordId()).isEqualTo(42);
        });
    }

    @ParameterizedTest
    @CsvSource({"(a+)+$", "(a|aa)*b", "(.*a){20}", "(?:a?){40}a{40}"})
    void regexBomb_isReported_andIsNoHitEitherWay(String bomb) {
        List<Problem> problems = new ArrayList<>();
        Event event = Rules.event("F", "a".repeat(5000) + "!");

        assertThat(Rules.hits(Rules.about("s: {F|re: '" + bomb + "c'}\ncondition: s"), event, problems)).isEmpty();
        assertThat(Rules.hits(Rules.about("s: {F|re: '" + bomb + "c'}\ncondition: not s"), event, problems)).isEmpty();
        assertThat(problems).hasSize(2)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(SigmaProblem.REGEX_LIMIT));
    }

    @Test
    void regexBomb_besideAnAnswerThatNeedsIt_doesNotHideTheHit() {
        List<Problem> problems = new ArrayList<>();

        assertThat(Rules.hits(Rules.about("s: [{F|re: '(a+)+b'}, {G: x}]\ncondition: s"),
                Rules.event("F", "a".repeat(5000), "G", "x"), problems)).hasSize(1);
        assertThat(problems).isEmpty();
    }
}
