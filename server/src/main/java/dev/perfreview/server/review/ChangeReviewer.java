package dev.perfreview.server.review;

import dev.perfreview.analysis.AnalysisResult;
import dev.perfreview.analysis.AnalysisResult.RuleFailure;
import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.analysis.Analyzer;
import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.Targets;
import dev.perfreview.server.scan.WorkspaceFolder;
import dev.perfreview.syntax.ParseTimeoutException;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reviews both versions of a change: the files that it touches, and those in which it may bring or end a finding all the same. The
 * configuration of today holds for both.
 */
public final class ChangeReviewer {

  private final Path calledFrom;
  private final Configuration configuration;
  private final Predicate<RuleInfo> selected;
  private final ReviewProgress progress;
  private final Targets targets;
  private final WorkspaceFolder here;
  private final FutureTask<FolderFiles> filesHere;
  private final Queue<RuleFailure> failures = new ConcurrentLinkedQueue<>();
  private final Queue<Outcome.Problem> unparsed = new ConcurrentLinkedQueue<>();

  /**
   * A reviewer.
   *
   * @param calledFrom where the program was called
   * @param configuration what holds where no configuration file says otherwise
   * @param selected which rules the user asked for, among those that the configuration allows
   * @param progress told how far the work has come
   */
  public ChangeReviewer(
    Path calledFrom,
    Configuration configuration,
    Predicate<RuleInfo> selected,
    ReviewProgress progress
  ) {
    this.calledFrom = calledFrom;
    this.configuration = configuration;
    this.selected = selected;
    this.progress = progress;
    this.targets = Targets.none(calledFrom, configuration);
    this.here = WorkspaceFolder.around(calledFrom, calledFrom);
    this.filesHere = new FutureTask<>(() -> filesOf(here));
  }

  /** A file to review in both versions. */
  private record Work(FolderVersions folder, boolean edited, @Nullable Source before, @Nullable Source after) {}

  private record Source(Target target, SourceText text) {}

  /** Reviews a change. */
  public ChangeReview review(Change change) throws InterruptedException {
    Set<Outcome.Problem> problems = new LinkedHashSet<>(change.problems());
    Map<WorkspaceFolder, List<ChangedFile>> byFolder = new LinkedHashMap<>();
    for (ChangedFile file : change.sources()) {
      targets
        .target(file.file())
        .ifPresent(target -> byFolder.computeIfAbsent(target.folder(), folder -> new ArrayList<>()).add(file));
    }
    List<Work> work = new ArrayList<>();
    for (Map.Entry<WorkspaceFolder, List<ChangedFile>> entry : byFolder.entrySet()) {
      work.addAll(workIn(entry.getKey(), entry.getValue(), change));
    }
    problems.addAll(targets.problems());
    progress.start("review", work.size());
    List<ReviewedFile> files = SideBySide.map(work, each -> {
      Optional<ReviewedFile> reviewed = reviewInTime(each);
      progress.advance();
      return reviewed;
    })
      .stream()
      .flatMap(Optional::stream)
      .toList();
    problems.addAll(unparsed);
    List<FindingMatcher.FilePair> pairs = files.stream().map(ChangeReviewer::pairOf).toList();
    return new ChangeReview(change, files, FindingMatcher.match(pairs), List.copyOf(problems), List.copyOf(failures));
  }

  private List<Work> workIn(WorkspaceFolder folder, List<ChangedFile> changed, Change change)
    throws InterruptedException {
    List<Target> known = changed
      .stream()
      .map(ChangedFile::file)
      .map(targets::target)
      .flatMap(Optional::stream)
      .toList();
    FolderVersions versions = FolderVersions.of(folder, changed, change, known, filesIn(folder));
    List<Work> work = new ArrayList<>();
    for (ChangedFile file : changed) {
      Source before = sourceOf(file.before());
      Source after = sourceOf(file.after());
      if (before != null || after != null) {
        work.add(new Work(versions, true, before, after));
      }
    }
    Set<HotPaths> hotPaths = new LinkedHashSet<>();
    known.forEach(target -> hotPaths.add(target.configuration().analysis().hotPaths()));
    Map<Target, SourceText> affected = new LinkedHashMap<>();
    for (HotPaths each : hotPaths) {
      affected.putAll(versions.affected(each));
    }
    affected.forEach((target, text) -> {
      Source source = new Source(target, text);
      work.add(new Work(versions, false, source, source));
    });
    return work;
  }

  /**
   * Starts to read the files of the folder around the place that the program was called from. That takes longer than reading a change from git, and needs nothing of
   * it.
   */
  public void lookAhead() {
    Thread thread = new Thread(filesHere, "look-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private FolderFiles filesIn(WorkspaceFolder folder) throws InterruptedException {
    if (!folder.equals(here)) {
      return filesOf(folder);
    }
    // Works it out now where nobody has looked ahead.
    filesHere.run();
    try {
      return filesHere.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  private FolderFiles filesOf(WorkspaceFolder folder) throws InterruptedException {
    List<Target> all = folder.isProject()
      ? Targets.of(List.of(folder.path()), calledFrom, configuration).all()
      : List.of();
    return FolderFiles.read(folder, all, progress);
  }

  private @Nullable Source sourceOf(@Nullable FileText version) {
    return version == null
      ? null
      : targets
          .target(version.file())
          .map(target -> new Source(target, version.text()))
          .orElse(null);
  }

  private Optional<ReviewedFile> reviewInTime(Work work) {
    try {
      return Optional.of(review(work));
    } catch (ParseTimeoutException tooLong) {
      // Of one version alone, all that it has would be new, or gone.
      Source known = work.after() == null ? work.before() : work.after();
      if (known != null) {
        unparsed.add(new Outcome.Problem(known.target().file(), "cannot be reviewed: " + tooLong.getMessage()));
      }
      return Optional.empty();
    }
  }

  private ReviewedFile review(Work work) {
    VersionReview before = work.before() == null ? null : review(work.before(), work.folder().before());
    VersionReview after = work.after() == null ? null : review(work.after(), work.folder().after());
    LineMap lines = after == null ? null : LineMap.between(before == null ? null : before.text(), after.text());
    return new ReviewedFile(work.edited(), before, after, lines);
  }

  private VersionReview review(Source source, Surroundings surroundings) {
    AnalysisSettings settings = source
      .target()
      .configuration()
      .analysis()
      .restrictedTo(selected)
      .within(surroundings)
      .forChange();
    SyntaxSnapshot snapshot = SyntaxTree.snapshotOf(source.target().language(), source.text().string());
    AnalysisResult result = Analyzer.analyze(source.target().path(), snapshot, settings, Cancellation.NEVER);
    failures.addAll(result.failures());
    List<FunctionHeat> functions = FunctionHeat.of(source.target().path(), snapshot, settings);
    return new VersionReview(source.target(), source.text(), result.findings(), functions);
  }

  private static FindingMatcher.FilePair pairOf(ReviewedFile file) {
    return new FindingMatcher.FilePair(
      located(file.before()),
      located(file.after()),
      file.lines() == null ? LineMap.between(null, new SourceText("")) : file.lines()
    );
  }

  private static List<LocatedFinding> located(@Nullable VersionReview review) {
    return review == null
      ? List.of()
      : review
          .findings()
          .stream()
          .map(finding -> LocatedFinding.of(review, finding))
          .toList();
  }
}
