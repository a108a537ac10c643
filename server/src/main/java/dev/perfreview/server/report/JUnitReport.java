package dev.perfreview.server.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.server.scan.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, which CI systems show as test results: a suite for each file, a failed test for each finding, an error for what could not be reviewed. The
 * format has no standard; what is written keeps to the strictest schema in use, that of Jenkins' xUnit plug-in. A test is named by its rule, and not by its line,
 * so that a system that compares two runs knows it again.
 */
public record JUnitReport() implements ReportFormat {
  private static final String NAME = "perf-review";

  @Override
  public void write(Report report, Appendable out) throws IOException {
    // The factory's writers take java.io.Writer, and close over it.
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      write(report, xml);
      xml.close();
    } catch (XMLStreamException failure) {
      throw new IOException(failure);
    }
    out.append(text.getBuffer());
  }

  private static void write(Report report, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine(0, xml);
    int failures = report.size();
    int errors = report.problems().size();
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", NAME);
    writeCounts(Math.max(1, failures + errors), failures, errors, xml);
    for (FileReport file : report.files()) {
      writeSuite(report, file, xml);
    }
    for (Outcome.Problem problem : report.problems()) {
      writeProblem(report, problem, xml);
    }
    if (failures + errors == 0) {
      // A report without a test is an error to some readers.
      startSuite(NAME, 1, 0, 0, xml);
      newLine(2, xml);
      xml.writeEmptyElement("testcase");
      xml.writeAttribute("classname", NAME);
      xml.writeAttribute("name", "no findings in the files that were reviewed");
      newLine(1, xml);
      xml.writeEndElement();
    }
    newLine(0, xml);
    xml.writeEndElement();
    newLine(0, xml);
  }

  private static void writeSuite(Report report, FileReport file, XMLStreamWriter xml) throws XMLStreamException {
    String path = file.pathInRepository(file.file());
    startSuite(path, file.findings().size(), file.findings().size(), 0, xml);
    Map<String, Integer> seen = new HashMap<>();
    for (FileReport.Item item : file.findings()) {
      ReportedFinding reported = item.reported();
      Positions positions = Positions.of(file.text(), reported.finding().range());
      int occurrence = seen.merge(reported.rule().id(), 1, Integer::sum);
      startTest(path, reported.rule().id() + (occurrence == 1 ? "" : " (" + occurrence + ")"), xml);
      String place = report.nameOf(file.file()) + ":" + positions.startLine() + ":" + positions.startColumn();
      String code = file.text().line(positions.startLine() - 1);
      writeResult("failure", reported.impact().word(), reported.message(), place + "\n" + code, xml);
    }
    newLine(1, xml);
    xml.writeEndElement();
  }

  private static void writeProblem(Report report, Outcome.Problem problem, XMLStreamWriter xml)
    throws XMLStreamException {
    String name = report.nameOf(problem.path());
    startSuite(name, 1, 0, 1, xml);
    startTest(name, "can be reviewed", xml);
    writeResult("error", "unreviewed", name + " " + problem.message(), name, xml);
    newLine(1, xml);
    xml.writeEndElement();
  }

  private static void startSuite(String name, int tests, int failures, int errors, XMLStreamWriter xml)
    throws XMLStreamException {
    newLine(1, xml);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", printable(name));
    writeCounts(tests, failures, errors, xml);
  }

  private static void writeCounts(int tests, int failures, int errors, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(tests));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", String.valueOf(errors));
  }

  private static void startTest(String suite, String name, XMLStreamWriter xml) throws XMLStreamException {
    newLine(2, xml);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", printable(suite));
    xml.writeAttribute("name", name);
  }

  /** Writes what came of a test, and ends the test. */
  private static void writeResult(String element, String type, String message, String details, XMLStreamWriter xml)
    throws XMLStreamException {
    newLine(3, xml);
    xml.writeStartElement(element);
    xml.writeAttribute("type", type);
    xml.writeAttribute("message", printable(message));
    // GitLab shows the text and not the attribute.
    xml.writeCharacters(printable(message + "\n" + details));
    xml.writeEndElement();
    newLine(2, xml);
    xml.writeEndElement();
  }

  private static void newLine(int depth, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** A text with the characters that XML 1.0 has not ("2.2 Characters") written as their numbers. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(point -> {
      boolean allowed =
        point == '\t' ||
        point == '\n' ||
        point == '\r' ||
        (point >= 0x20 && point <= 0xD7FF) ||
        (point >= 0xE000 && point <= 0xFFFD) ||
        point >= 0x10000;
      if (allowed) {
        printable.appendCodePoint(point);
      } else {
        printable.append("\\u{").append(Integer.toHexString(point)).append('}');
      }
    });
    return printable.toString();
  }
}
