package dev.perfreview;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the design: data flows one way, and each package sees only what stands to its left. */
@AnalyzeClasses(packages = "dev.perfreview", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlySyntaxTalksToTreeSitter = noClasses()
    .that()
    .resideOutsideOfPackage("dev.perfreview.syntax..")
    .should()
    .dependOnClassesThat()
    .resideInAPackage("io.github.treesitter..");

  @ArchTest
  static final ArchRule syntaxStandsAlone = seesNothingOf(
    "syntax",
    "rule",
    "semantics",
    "python",
    "rust",
    "heat",
    "analysis"
  );

  @ArchTest
  static final ArchRule ruleSeesSyntaxOnly = seesNothingOf("rule", "semantics", "python", "rust", "heat", "analysis");

  @ArchTest
  static final ArchRule semanticsSeesSyntaxOnly = seesNothingOf(
    "semantics",
    "rule",
    "python",
    "rust",
    "heat",
    "analysis"
  );

  @ArchTest
  static final ArchRule pythonKnowsNeitherHeatNorRust = seesNothingOf("python", "rust", "heat", "analysis");

  @ArchTest
  static final ArchRule rustKnowsNeitherHeatNorPython = seesNothingOf("rust", "python", "heat", "analysis");

  @ArchTest
  static final ArchRule heatKnowsNoLanguage = seesNothingOf("heat", "python", "rust", "analysis");

  @ArchTest
  static final ArchRule noCycles = slices().matching("dev.perfreview.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theEngineKnowsNeitherEditorNorCommandLine = noClasses()
    .should()
    .dependOnClassesThat()
    .resideInAnyPackage("org.eclipse.lsp4j..", "picocli..", "ch.qos.logback..", "com.google.gson..");

  @ArchTest
  static final ArchRule rulesDoNotKnowEachOther = noClasses()
    .that()
    .resideInAnyPackage("dev.perfreview.python.rules", "dev.perfreview.rust.rules")
    .and()
    .implement(dev.perfreview.rule.Rule.class)
    .should()
    .dependOnClassesThat(
      JavaClass.Predicates.assignableTo(dev.perfreview.rule.Rule.class).and(JavaClass.Predicates.INTERFACES.negate())
    )
    .allowEmptyShould(true);

  private static ArchRule seesNothingOf(String own, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = "dev.perfreview." + others[i] + "..";
    }
    return noClasses()
      .that()
      .resideInAPackage("dev.perfreview." + own + "..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(packages);
  }
}
