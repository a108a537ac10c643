package dev.perfreview.server;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.perfreview.server.lsp.Transport;

/** The code of the engine and of the program has no way to another machine or to another program; {@code ContainmentIT} watches a whole session. */
@AnalyzeClasses(packages = "dev.perfreview", importOptions = ContainmentTest.ProgramOnly.class)
class ContainmentTest {

  /** Leaves out the tests, which do start programs. */
  static final class ProgramOnly implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("test-classes");
    }
  }

  /** The editor's own socket on this machine, where the user asked for one. */
  @ArchTest
  static final ArchRule onlyTheTransportKnowsSockets = noClasses()
    .that()
    .areNotAssignableTo(Transport.class)
    .should()
    .dependOnClassesThat()
    .haveNameMatching(
      "java\\.net\\.(.*Socket.*|Inet.*|.*URLConnection|http\\..*)|java\\.nio\\.channels\\..*(Socket|Datagram).*|javax\\.net\\..*"
    );

  @ArchTest
  static final ArchRule nobodyStartsPrograms = noClasses()
    .should()
    .dependOnClassesThat(assignableTo(ProcessBuilder.class))
    .orShould()
    .callMethodWhere(target(owner(assignableTo(Runtime.class))).and(target(name("exec"))));
}
