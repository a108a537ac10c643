package dev.perfreview.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comments that the editor inserts silence one finding, however the code is laid out. */
class SuppressionEditsTest {

  @Test
  void aNewCommentStandsAfterTheCode() {
    assertEquals("slow()  # perf: ignore[slow-call]\n", ignoringFirst(Language.PYTHON, "slow()\n"));
    assertEquals(
      "fn f() { slow(); } // perf: ignore[slow-call]\n",
      ignoringFirst(Language.RUST, "fn f() { slow(); }\n")
    );
  }

  @Test
  void trailingWhiteSpaceStaysBehindTheComment() {
    assertEquals("slow()  # perf: ignore[slow-call]  \n", ignoringFirst(Language.PYTHON, "slow()  \n"));
  }

  @Test
  void whereACommentStandsAlreadyTheNewOneGoesAbove() {
    assertEquals(
      "if x:\n\t# perf: ignore[slow-call]\n\tslow()  # as slow as it gets\n",
      ignoringFirst(Language.PYTHON, "if x:\n\tslow()  # as slow as it gets\n")
    );
  }

  @Test
  void theIdJoinsASuppressionThatIsThere() {
    assertEquals(
      "slow()  # perf: ignore[other-rule, slow-call] why\n",
      ignoringFirst(Language.PYTHON, "slow()  # perf: ignore[other-rule] why\n")
    );
    assertEquals(
      "# perf: ignore[other-rule, slow-call] why\nslow()\n",
      ignoringFirst(Language.PYTHON, "# perf: ignore[other-rule] why\nslow()\n")
    );
  }

  @Test
  void aSuppressionThatReachesMoreIsNotJoined() {
    assertEquals(
      "# perf: ignore[other-rule] why\nf(slow(),  # perf: ignore[slow-call]\n  slow())\n",
      ignoringFirst(Language.PYTHON, "# perf: ignore[other-rule] why\nf(slow(),\n  slow())\n")
    );
  }

  @Test
  void lineEndsStayAsTheyAre() {
    assertEquals(
      "x = 1\r\n# perf: ignore[slow-call]\r\nslow()  # why\r\n",
      ignoringFirst(Language.PYTHON, "x = 1\r\nslow()  # why\r\n")
    );
    assertEquals("slow()  # perf: ignore[slow-call]\r\n", ignoringFirst(Language.PYTHON, "slow()\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "x = slow() + \\\n    slow(2)\n",
      "x = 1 + \\\n    slow() + \\\n    2\n",
      "x = '''\n''' + slow() + '''\n'''\n",
      "x = '''\n''' + slow()  # why\n",
      "x = '''\n'''; y = slow() + '''\n'''\n",
      "x = f'''\n{slow()}\n'''\n",
      "x = f'''\n{\n  slow()\n}\n'''\n",
      "f(\n    slow(),\n    slow(),\n)\n",
      "f(slow(\n  1,\n  2), slow())\n",
      "f(slow(1), # one\n  slow(2)) # two\n",
      "for x in slow():\n\tslow()\n",
      "if slow(): slow(); slow()\n",
      "@slow()\ndef f(x=slow(),\n      y=slow()):\n    return slow()\n",
      "\uFEFFslow() # why\nslow()\n",
      "with slow(\n) as f:\n    slow()\n",
      "x = [\n  slow() # perf: ignore[other-rule]\n  , slow()]\n",
      "slow()",
      "slow() # why",
      "\r\nif x:\r\n    slow()  # why\r\n    slow()\r\n",
      "x = slow() if slow() \\\n  else slow()\n",
      "class A:\n    x = slow()\n    # note\n    y = slow()\n",
      "match x:\n    case 1 if slow():\n        slow()\n",
      "try:\n    slow()\nexcept slow():  # why\n    slow()\n",
      "x = lambda: slow(); y = slow()\n",
      "# perf: ignore[other-rule]\nf(slow(), # why\n  slow())\n",
    }
  )
  void inPythonExactlyTheFindingsOfItsLinesAreSilenced(String code) {
    assertSilencesOneByOne(Language.PYTHON, code);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "fn f() { vec![slow(),\n slow()]; }\n",
      "fn f() {\n    tokio::select! {\n        x = slow() => {},\n        y = slow() => {}\n    }\n}\n",
      "fn f() {\n    let s = \"a\n b\"; slow(); let t = \"\n\";\n}\n",
      "fn f() {\n    let s = r#\"\n\"#; slow(); let t = r#\"\n\"#;\n}\n",
      "fn f() {\n    slow() // tail\n}\n",
      "fn f() {\n    match slow() {\n        A => slow(),\n        B => { slow() }\n    }\n}\n",
      "fn f() {\n    x.iter()\n        .map(|y| slow())\n        .filter(|y| {\n            slow()\n        })\n        .collect()\n}\n",
      "fn f() {\n    println!(\"{}\", slow()); // why\n\tslow();\n}\n",
      "/// slow\nfn f() -> u8 { slow() } /// doc\nfn g() { slow() }\n",
      "fn f() {\r\n\tif slow() { // why\r\n\t\tslow();\r\n\t}\r\n}\r\n",
      "fn f() {\n    let x = \"\n\" ; let y = (slow(), \"\n\");\n}\n",
    }
  )
  void inRustExactlyTheFindingsOfItsLinesAreSilenced(String code) {
    assertSilencesOneByOne(Language.RUST, code);
  }

  @Test
  void whereNoCommentCanStandTheFileIsIgnored() {
    String code = "fn f() {\n /* a\n */ slow(); /* b\n */ }\n";
    assertEquals("// perf: ignore-file[slow-call]\n" + code, ignoringFirst(Language.RUST, code));
  }

  @Test
  void aFileIsIgnoredAtItsTopBelowWhatMustComeFirst() {
    assertEquals("# perf: ignore-file[slow-call]\nslow()\n", ignoringFile("slow()\n"));
    assertEquals(
      "#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n# perf: ignore-file[slow-call]\nslow()\n",
      ignoringFile("#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\nslow()\n")
    );
    assertEquals("\uFEFF# perf: ignore-file[slow-call]\nslow()\n", ignoringFile("\uFEFFslow()\n"));
    assertEquals("# perf: ignore-file[a-b, slow-call]\nslow()\n", ignoringFile("# perf: ignore-file[a-b]\nslow()\n"));
  }

  private static void assertSilencesOneByOne(Language language, String code) {
    SyntaxSnapshot snapshot = SyntaxTree.snapshotOf(language, code);
    List<ReportedFinding> findings = slowCalls(language, code);
    int parsedBefore = errors(snapshot);
    for (ReportedFinding finding : findings) {
      String suppressed = snapshot
        .text()
        .apply(List.of(SuppressionEdits.in(snapshot).ignoreHere(finding)))
        .string();
      List<String> mustStay = new ArrayList<>();
      List<String> mayStay = new ArrayList<>();
      for (ReportedFinding other : findings) {
        (sharesLine(snapshot, finding, other) ? mayStay : mustStay).add(ordinalOf(snapshot, other));
      }
      mayStay.remove(ordinalOf(snapshot, finding));
      SyntaxSnapshot after = SyntaxTree.snapshotOf(language, suppressed);
      List<String> left = new ArrayList<>();
      slowCalls(language, suppressed).forEach(other -> left.add(ordinalOf(after, other)));
      mustStay.forEach(kept -> assertTrue(left.remove(kept), () -> kept + " is silenced too in\n" + suppressed));
      left.removeAll(mayStay);
      assertEquals(List.of(), left, suppressed);
      assertEquals(parsedBefore, errors(SyntaxTree.snapshotOf(language, suppressed)), suppressed);
    }
  }

  private static int errors(SyntaxSnapshot snapshot) {
    return (int) snapshot
      .root()
      .streamDescendants()
      .filter(node -> node.isError() || node.isMissing())
      .count();
  }

  /** Which of the calls in the text it is; comments may stand within them. */
  private static String ordinalOf(SyntaxSnapshot snapshot, ReportedFinding finding) {
    String before = snapshot.text().string().substring(0, finding.finding().range().start());
    return "call " + before.split("slow\\(", -1).length;
  }

  private static boolean sharesLine(SyntaxSnapshot snapshot, ReportedFinding one, ReportedFinding other) {
    FindingLines lines = FindingLines.of(snapshot, one.finding().range());
    FindingLines others = FindingLines.of(snapshot, other.finding().range());
    return lines.meet(others);
  }

  private static List<ReportedFinding> slowCalls(Language language, String code) {
    return SlowCall.findingsIn(language, code)
      .stream()
      .filter(finding -> finding.rule().id().equals("slow-call"))
      .toList();
  }

  private static String ignoringFirst(Language language, String code) {
    SyntaxSnapshot snapshot = SyntaxTree.snapshotOf(language, code);
    ReportedFinding first = slowCalls(language, code).getFirst();
    return snapshot
      .text()
      .apply(List.of(SuppressionEdits.in(snapshot).ignoreHere(first)))
      .string();
  }

  private static String ignoringFile(String code) {
    SyntaxSnapshot snapshot = SyntaxTree.snapshotOf(Language.PYTHON, code);
    return snapshot
      .text()
      .apply(List.of(SuppressionEdits.in(snapshot).ignoreInFile("slow-call")))
      .string();
  }
}
