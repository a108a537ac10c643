package dev.perfreview.server.lsp.scan;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** Counts what a scan came to. Thread-safe. */
public final class ScanSummary {

  private final Map<DiagnosticSeverity, Integer> findings = new EnumMap<>(DiagnosticSeverity.class);
  private int files;
  private int filesWithFindings;

  synchronized void add(FileReport report) {
    files++;
    filesWithFindings += report.diagnostics().isEmpty() ? 0 : 1;
    for (Diagnostic diagnostic : report.diagnostics()) {
      findings.merge(diagnostic.getSeverity(), 1, Integer::sum);
    }
  }

  /** For a person: "reviewed 20 files that are not open: 1 error, 3 hints in 2 of them". */
  public synchronized String sentence() {
    StringJoiner counts = new StringJoiner(", ");
    findings.forEach((severity, count) -> counts.add(count + " " + nameOf(severity) + (count == 1 ? "" : "s")));
    String reviewed = "reviewed " + files + (files == 1 ? " file that is" : " files that are") + " not open: ";
    return reviewed + (findings.isEmpty() ? "nothing was found" : counts + " in " + filesWithFindings + " of them");
  }

  /** For a program: {@code {"files": 20, "filesWithFindings": 2, "findings": {"error": 1, "hint": 3}}}. */
  public synchronized JsonObject toJson() {
    JsonObject counts = new JsonObject();
    findings.forEach((severity, count) -> counts.addProperty(nameOf(severity), count));
    JsonObject json = new JsonObject();
    json.addProperty("files", files);
    json.addProperty("filesWithFindings", filesWithFindings);
    json.add("findings", counts);
    return json;
  }

  private static String nameOf(DiagnosticSeverity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
