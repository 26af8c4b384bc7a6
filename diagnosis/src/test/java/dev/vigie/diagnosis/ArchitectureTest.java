package dev.vigie.diagnosis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.vigie.diagnosis.facts.Role;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the rooms apart, and the default locale, time zone and clock out. */
class ArchitectureTest {
    private static final String ROOT = "dev.vigie.diagnosis";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-test/"))
            .importPackages(ROOT);

    private static final ArchRule FACTS_STAND_ALONE = noClasses().that().resideInAPackage(ROOT + ".facts").should()
            .dependOnClassesThat().resideInAnyPackage(ROOT, ROOT + ".knowledge", ROOT + ".reasoning", ROOT + ".report",
                    ROOT + ".cases");

    private static final ArchRule KNOWLEDGE_KNOWS_ONLY_ROLES = noClasses().that().resideInAPackage(ROOT + ".knowledge")
            .should()
            .dependOnClassesThat(JavaClass.Predicates
                    .resideInAnyPackage(ROOT, ROOT + ".facts", ROOT + ".reasoning", ROOT + ".report", ROOT + ".cases")
                    .and(DescribedPredicate.not(
                            JavaClass.Predicates.equivalentTo(Role.class))));

    private static final ArchRule REASONING_DOES_NOT_REPORT = noClasses().that().resideInAPackage(ROOT + ".reasoning")
            .should()
            .dependOnClassesThat().resideInAnyPackage(ROOT, ROOT + ".report", ROOT + ".cases");

    private static final ArchRule NO_DEFAULT_LOCALE = noClasses().should().callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase").orShould()
            .callMethod(String.class, "format", String.class, Object[].class).orShould()
            .callMethod(String.class, "formatted", Object[].class).orShould().callMethod(Locale.class, "getDefault")
            .orShould().callMethod(PrintStream.class, "printf", String.class, Object[].class);

    private static final ArchRule NO_CLOCK_OF_ITS_OWN = noClasses().should().callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis");

    private static final ArchRule YAML_ONLY_IN_KNOWLEDGE_AND_SIGMA = noClasses().that()
            .resideOutsideOfPackages(ROOT + ".knowledge", ROOT + ".sigma").should()
            .dependOnClassesThat().resideInAPackage("org.snakeyaml..");

    private static final ArchRule SIGMA_STANDS_APART = noClasses().that().resideInAPackage(ROOT + ".sigma").should()
            .dependOnClassesThat().resideInAnyPackage(ROOT, ROOT + ".facts", ROOT + ".reasoning", ROOT + ".report",
                    ROOT + ".cases");

    private static final ArchRule NOTHING_NEEDS_SIGMA = noClasses().that().resideOutsideOfPackage(ROOT + ".sigma")
            .should().dependOnClassesThat().resideInAPackage(ROOT + ".sigma");

    static Stream<ArchRule> rules() {
        return Stream.of(FACTS_STAND_ALONE, KNOWLEDGE_KNOWS_ONLY_ROLES, REASONING_DOES_NOT_REPORT, NO_DEFAULT_LOCALE,
                NO_CLOCK_OF_ITS_OWN, YAML_ONLY_IN_KNOWLEDGE_AND_SIGMA, SIGMA_STANDS_APART, NOTHING_NEEDS_SIGMA);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void classes_everyRule_isKept(ArchRule rule) {
        rule.check(CLASSES);
    }
}
