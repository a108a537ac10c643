package dev.perfreview.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.rule.Finding;
import dev.perfreview.server.configuration.Severity;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextRange;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitReportTest {

  @Test
  void theCountsAreThoseOfTheElements() throws Exception {
    Element suites = parse(SampleReport.report());
    assertEquals("testsuites", suites.getTagName());
    assertCounts(suites);
    for (Element suite : elements(suites, "testsuite")) {
      assertCounts(suite);
    }
    assertEquals(3, elements(suites, "failure").size());
    assertEquals(1, elements(suites, "error").size());
  }

  @Test
  void noTwoTestsOfASuiteHaveOneName() throws Exception {
    SourceText text = new SourceText("a\nb\n");
    Report report = report(
      text,
      Finding.at(new TextRange(0, 1), "one"),
      Finding.at(new TextRange(2, 3), "the same again")
    );
    Set<String> names = new HashSet<>();
    for (Element test : elements(parse(report), "testcase")) {
      names.add(test.getAttribute("classname") + " " + test.getAttribute("name"));
    }
    assertEquals(Set.of("a.py list-pop-front", "a.py list-pop-front (2)"), names);
  }

  @Test
  void charactersThatXmlHasNotAreWrittenAsNumbers() throws Exception {
    Report report = report(new SourceText("x\u0007\uFFFF<&\n"), Finding.at(new TextRange(0, 1), "]]> \u001b[31m"));
    Element failure = elements(parse(report), "failure").getFirst();
    assertTrue(failure.getAttribute("message").startsWith("]]> \\u{1b}[31m"), failure.getAttribute("message"));
    assertTrue(failure.getTextContent().endsWith("\nx\\u{7}\\u{ffff}<&"), failure.getTextContent());
  }

  @Test
  void withoutFindingsThereIsATestThatPassed() throws Exception {
    Element suites = parse(SampleReport.empty());
    assertCounts(suites);
    assertEquals(1, elements(suites, "testcase").size());
  }

  private static Report report(SourceText text, Finding... findings) {
    List<FileReport.Item> items = new ArrayList<>();
    for (Finding finding : findings) {
      items.add(
        new FileReport.Item(
          SampleReport.reported(SampleReport.POP, finding, HeatAssessment.UNLISTED),
          Severity.WARNING,
          "f" + items.size()
        )
      );
    }
    FileReport file = new FileReport(SampleReport.FOLDER.resolve("a.py"), SampleReport.FOLDER, text, items);
    return new Report(SampleReport.FOLDER, List.of(file), List.of(), 1, 0, 0, 0);
  }

  private static void assertCounts(Element element) {
    assertEquals(String.valueOf(elements(element, "testcase").size()), element.getAttribute("tests"));
    assertEquals(String.valueOf(elements(element, "failure").size()), element.getAttribute("failures"));
    assertEquals(String.valueOf(elements(element, "error").size()), element.getAttribute("errors"));
  }

  private static Element parse(Report report) throws IOException, ParserConfigurationException, SAXException {
    String xml = ReportFormatsTest.write(new JUnitReport(), report);
    return DocumentBuilderFactory.newInstance()
      .newDocumentBuilder()
      .parse(new InputSource(new StringReader(xml)))
      .getDocumentElement();
  }

  private static List<Element> elements(Element around, String name) {
    NodeList nodes = around.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < nodes.getLength(); index++) {
      elements.add((Element) nodes.item(index));
    }
    return elements;
  }
}
