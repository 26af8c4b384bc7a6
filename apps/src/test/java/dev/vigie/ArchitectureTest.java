package dev.vigie;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The house of ARCHITECTURE.md: floors and rooms use what is below them, never what is above. */
@AnalyzeClasses(packages = "dev.vigie", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule formatsUseNothingAbove = noClasses().that().resideInAPackage("dev.vigie.formats..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vigie.diagnosis..", "dev.vigie.lab..", "dev.vigie.rendering..", "dev.vigie.cli..");

    @ArchTest
    static final ArchRule diagnosisUsesNothingAbove = noClasses().that().resideInAPackage("dev.vigie.diagnosis..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("dev.vigie.lab..", "dev.vigie.rendering..", "dev.vigie.cli..");

    @ArchTest
    static final ArchRule theLabKnowsNoCauses = noClasses().that().resideInAPackage("dev.vigie.lab..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vigie.diagnosis..", "dev.vigie.rendering..", "dev.vigie.cli..");

    @ArchTest
    static final ArchRule factsKnowNoReasoning = noClasses().that().resideInAPackage("dev.vigie.diagnosis.facts..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.vigie.diagnosis.reasoning..",
                    "dev.vigie.diagnosis.report..", "dev.vigie.diagnosis.cases..");

    @ArchTest
    static final ArchRule renderingIsNoCommandLine = noClasses().that().resideInAPackage("dev.vigie.rendering..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.vigie.cli..", "picocli..", "dev.vigie.lab..");

    @ArchTest
    static final ArchRule nothingReachesTheNetwork = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.rmi..", "javax.naming..").orShould().dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket");

    @ArchTest
    static final ArchRule nothingIsDeserialisedNatively = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream");

    @ArchTest
    static final ArchRule nothingDependsOnTheDefaultLocale = noClasses().should()
            .callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase").orShould()
            .callMethod(String.class, "format", String.class, Object[].class).orShould()
            .callMethod(String.class, "formatted", Object[].class).orShould()
            .callMethod(PrintStream.class, "printf", String.class, Object[].class).orShould()
            .callMethod(PrintStream.class, "format", String.class, Object[].class).orShould()
            .callMethod(PrintWriter.class, "printf", String.class, Object[].class).orShould()
            .callMethod(PrintWriter.class, "format", String.class, Object[].class).orShould()
            .callMethod(DateTimeFormatter.class, "ofPattern", String.class).orShould()
            .callMethod(NumberFormat.class, "getInstance").orShould()
            .callMethod(NumberFormat.class, "getIntegerInstance").orShould()
            .callMethod(Locale.class, "getDefault");

    @ArchTest
    static final ArchRule roomsOfFormatsHaveNoCycles = slices().matching("dev.vigie.formats.(*)..").should()
            .beFreeOfCycles();
}
