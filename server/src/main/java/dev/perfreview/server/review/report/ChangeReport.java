package dev.perfreview.server.review.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.heat.Impact;
import dev.perfreview.server.report.FileReport;
import dev.perfreview.server.report.FileReport.BaselineState;
import dev.perfreview.server.report.FileReport.Item;
import dev.perfreview.server.report.Fingerprints;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.review.Answer;
import dev.perfreview.server.review.ChangeReview;
import dev.perfreview.server.review.FindingChange;
import dev.perfreview.server.review.FindingChange.State;
import dev.perfreview.server.review.VersionReview;
import dev.perfreview.server.scan.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What a report on a change says, in whatever form.
 *
 * @param review what the review came to
 * @param answers to the reviewer's questions
 * @param least findings of less impact are counted only
 * @param folder where the program was called: people are told paths from here
 */
public record ChangeReport(ChangeReview review, List<Answer> answers, Impact least, Path folder) {
  public ChangeReport {
    answers = List.copyOf(answers);
  }

  /** What the change brings or makes louder, the loudest first. */
  public List<FindingChange> brought() {
    return review.of(State.NEW, least);
  }

  /** What it ends, the loudest first. */
  public List<FindingChange> ended() {
    return review.of(State.GONE, least);
  }

  /** What was there and is there in the files that it touches, the loudest first. */
  public List<FindingChange> kept() {
    return review.of(State.KNOWN, least);
  }

  /** All of these: what it brings, then what it ends, then what it leaves as it was. */
  public List<FindingChange> all() {
    List<FindingChange> all = new ArrayList<>(brought());
    all.addAll(ended());
    all.addAll(kept());
    return all;
  }

  /** Findings of one version among all of it, as the reports on files take them. */
  private static List<Item> itemsOf(VersionReview version, List<FindingChange> findings) {
    List<ReportedFinding> all = version.findings();
    List<String> fingerprints = Fingerprints.of(version.target().path(), version.text(), all);
    List<Item> items = new ArrayList<>(findings.size());
    for (FindingChange finding : findings) {
      ReportedFinding reported = finding.finding().reported();
      items.add(
        new Item(
          reported,
          version.target().configuration().severityOf(reported.rule(), reported.impact()),
          fingerprints.get(all.indexOf(reported)),
          stateOf(finding)
        )
      );
    }
    return items;
  }

  private static BaselineState stateOf(FindingChange finding) {
    return switch (finding.state()) {
      case NEW -> finding.isLouder() ? BaselineState.UPDATED : BaselineState.NEW;
      case GONE -> BaselineState.ABSENT;
      case KNOWN -> BaselineState.UNCHANGED;
    };
  }

  /** The file of a finding in its version, with this finding only. */
  public FileReport fileOf(FindingChange finding) {
    VersionReview version = finding.finding().review();
    return fileOf(version, itemsOf(version, List.of(finding)));
  }

  private static FileReport fileOf(VersionReview version, List<Item> items) {
    Target target = version.target();
    return new FileReport(target.file(), target.folder().path(), version.text(), items);
  }

  /** Some of the findings as the reports on files take them. */
  public Report asReport(List<FindingChange> findings) {
    IdentityHashMap<VersionReview, List<FindingChange>> byVersion = new IdentityHashMap<>();
    List<VersionReview> versions = new ArrayList<>();
    for (FindingChange finding : findings) {
      byVersion
        .computeIfAbsent(finding.finding().review(), version -> {
          versions.add(version);
          return new ArrayList<>();
        })
        .add(finding);
    }
    List<FileReport> files = versions
      .stream()
      .map(version -> fileOf(version, itemsOf(version, byVersion.getOrDefault(version, List.of()))))
      .toList();
    int hidden = review.of(State.NEW, Impact.NEGLIGIBLE).size() - brought().size();
    return new Report(folder, files, review.problems(), review.files().size(), hidden, 0, 0);
  }
}
