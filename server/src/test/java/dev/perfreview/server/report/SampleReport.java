package dev.perfreview.server.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HeatAssessment;
import dev.perfreview.heat.ImpactTable;
import dev.perfreview.rule.Cost;
import dev.perfreview.rule.Elsewhere;
import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.FixAvailability;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A report with what is hard to write in some format: tabs, wide characters, long lines, spans over lines, characters to escape. */
final class SampleReport {

  static final Path FOLDER = Path.of("/work space/kv");

  static final String DOCUMENT = "# list-pop-front\n\nMoves every element that follows.\n";

  static final RuleInfo POP = rule("list-pop-front", Language.PYTHON, "`pop(0)` on a list", Cost.SUPERLINEAR);
  static final RuleInfo CONCATENATION = rule(
    "string-concat-in-loop",
    Language.PYTHON,
    "a string built by `+=`",
    Cost.SUPERLINEAR
  );
  static final RuleInfo NEEDLESS = rule(
    "needless-string",
    Language.RUST,
    "an owned string where a slice would do",
    Cost.ALLOCATION
  );

  private static final String PYTHON = """
  class Cache:
  \tdef __init__(self):
  \t\tself.queue = []

  \tdef 取り出す(self):
  \t\tprint("待ち行列 👩‍🔬 e\u0301"); head = self.queue.pop(0)
  \t\ttext = ""
  \t\tfor part in head:
  \t\t\ttext += (
  \t\t\t\tpart
  \t\t\t\t+ "1"
  \t\t\t\t+ "2"
  \t\t\t\t+ "3"
  \t\t\t)
  \t\treturn text
  """;

  private static final String RUST =
    "fn key(name: &str) -> u64 { let padding = \"" +
    "x".repeat(150) +
    "\"; hash(&name.to_string()) ^ hash(padding) /* \u202E 100%, so: " +
    "y".repeat(60) +
    " */ }\n";

  private SampleReport() {}

  /** The report. */
  static Report report() {
    return new Report(
      FOLDER,
      List.of(python(), rust()),
      List.of(new Outcome.Problem(FOLDER.resolve("broken.py"), "is not UTF-8")),
      12,
      3,
      1,
      0
    );
  }

  /** The same without findings. */
  static Report empty() {
    return new Report(FOLDER, List.of(), List.of(), 1, 0, 0, 2);
  }

  private static FileReport python() {
    SourceText text = new SourceText(PYTHON);
    TextRange pop = find(PYTHON, "self.queue.pop(0)");
    Finding popped = Finding.at(pop, "`self.queue.pop(0)` moves every element that follows")
      .withEvidence(new Evidence(find(PYTHON, "self.queue = []"), "the list is made here"))
      .withEvidence(
        new Evidence(find(PYTHON, "self.queue.pop"), "`grow` appends here", new Elsewhere("srt/größe.py", 41))
      )
      .withFix(
        Fix.unsafe(
          "Make it a `deque`, which other files may not expect",
          TextEdit.insert(0, "from collections import deque\n"),
          new TextEdit(find(PYTHON, "[]"), "deque()"),
          new TextEdit(find(PYTHON, "pop(0)"), "popleft()")
        )
      );
    TextRange loop = new TextRange(PYTHON.indexOf("text += ("), PYTHON.indexOf(")\n\t\treturn") + 1);
    Finding concatenated = Finding.at(loop, "`text` is copied at each turn of the loop").withFix(
      Fix.safe("Join a list", new TextEdit(loop, "parts.append(part)"))
    );
    return file(
      "srt/mem cache/ü.py",
      text,
      reported(
        POP,
        popped,
        new HeatAssessment(Heat.STEP, "runs on every scheduler step (hot path `sglang-cache`)", "sglang-cache")
      ),
      reported(CONCATENATION, concatenated, HeatAssessment.UNLISTED)
    );
  }

  private static FileReport rust() {
    Finding needless = Finding.at(
      find(RUST, "&name.to_string()"),
      "`name` is 100% copied <b>for nothing</b>,\nsince: a slice would do"
    );
    return file(
      "key.rs",
      new SourceText(RUST),
      reported(NEEDLESS, needless, new HeatAssessment(Heat.STEP, "runs on every event", null))
    );
  }

  private static FileReport file(String path, SourceText text, ReportedFinding... findings) {
    List<String> fingerprints = Fingerprints.of(path, text, List.of(findings));
    List<FileReport.Item> items = new ArrayList<>();
    for (int index = 0; index < findings.length; index++) {
      items.add(
        new FileReport.Item(
          findings[index],
          Configuration.standard().severityOf(findings[index].rule(), findings[index].impact()),
          fingerprints.get(index)
        )
      );
    }
    return new FileReport(FOLDER.resolve(path), FOLDER, text, items);
  }

  static ReportedFinding reported(RuleInfo rule, Finding finding, HeatAssessment heat) {
    return new ReportedFinding(rule, finding, heat, ImpactTable.impactOf(rule.cost(), heat.heat()));
  }

  private static RuleInfo rule(String id, Language language, String summary, Cost cost) {
    return new RuleInfo(id, language, summary, cost, FixAvailability.SOMETIMES, Set.of("call"));
  }

  private static TextRange find(String text, String part) {
    int start = text.indexOf(part);
    return new TextRange(start, start + part.length());
  }
}
