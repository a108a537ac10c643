package dev.perfreview.server.review;

import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.Impact;
import dev.perfreview.rule.Concern;
import dev.perfreview.server.report.Report;
import dev.perfreview.server.review.Answer.Verdict;
import dev.perfreview.server.review.FindingChange.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers the reviewer's ten questions from what a change brings, each with its evidence. */
public final class Checklist {

  /** Languages of serving systems that perf-review does not read. */
  private static final Set<String> UNREAD_LANGUAGES = Set.of(
    "c",
    "cc",
    "cpp",
    "cu",
    "cuh",
    "cxx",
    "go",
    "h",
    "hip",
    "hpp",
    "java",
    "js",
    "proto",
    "pyx",
    "ts"
  );

  private static final int MOST_NAMED = 5;

  private final ChangeReview review;
  private final @Nullable String benchmarkNote;
  private final Path root;
  private final List<String> hot = new ArrayList<>();
  private final List<String> unlisted = new ArrayList<>();
  private int cold;
  private final List<String> unread = new ArrayList<>();

  private Checklist(ChangeReview review, @Nullable String benchmarkNote) {
    this.review = review;
    this.benchmarkNote = benchmarkNote;
    this.root = review.change().root();
    for (ReviewedFile file : review.files()) {
      for (FunctionHeat function : file.editedFunctions()) {
        String name =
          "`" + function.function().qualifiedName() + "` in `" + Report.nameFrom(root, file.target().file()) + "`";
        Heat heat = function.heat().heat();
        if (heat == Heat.COLD) {
          cold++;
        } else if (heat == Heat.UNLISTED) {
          unlisted.add(name);
        } else {
          hot.add(name + " " + function.heat().reason());
        }
      }
    }
    for (String path : review.change().paths()) {
      if (UNREAD_LANGUAGES.contains(path.substring(path.lastIndexOf('.') + 1))) {
        unread.add("`" + path + "` is in a language that perf-review does not read");
      }
    }
    review
      .change()
      .problems()
      .forEach(problem -> unread.add("`" + Report.nameFrom(root, problem.path()) + "` " + problem.message()));
  }

  /**
   * The answers, in the order of the questions.
   *
   * @param benchmarkNote what the author says of benchmarks; nothing when nothing was said
   */
  public static List<Answer> of(ChangeReview review, @Nullable String benchmarkNote) {
    Checklist checklist = new Checklist(review, benchmarkNote);
    List<Answer> answers = new ArrayList<>();
    for (Question question : Question.values()) {
      answers.add(checklist.answer(question));
    }
    return answers;
  }

  private Answer answer(Question question) {
    return switch (question) {
      case HOT_PATH -> hotPath();
      case BENCHMARK -> Benchmarks.of(review.change(), benchmarkNote);
      default -> {
        Concern concern = question.concern();
        yield concern == null
          ? new Answer(question, Verdict.UNKNOWN, List.of("nothing is known of it"))
          : aboutConcern(question, concern);
      }
    };
  }

  private Answer hotPath() {
    if (!hot.isEmpty()) {
      return new Answer(Question.HOT_PATH, Verdict.YES, first(hot));
    }
    if (!unread.isEmpty()) {
      return new Answer(Question.HOT_PATH, Verdict.UNKNOWN, first(unread));
    }
    if (!unlisted.isEmpty()) {
      List<String> evidence = new ArrayList<>();
      evidence.add("no hot path names what it edits, nor is it known to be called from one:");
      evidence.addAll(first(unlisted));
      return new Answer(Question.HOT_PATH, Verdict.UNKNOWN, evidence);
    }
    return new Answer(
      Question.HOT_PATH,
      Verdict.NO,
      List.of(cold > 0 ? "all that it edits runs rarely" : "it edits no function of Python or Rust")
    );
  }

  private Answer aboutConcern(Question question, Concern concern) {
    List<String> evidence = review
      .of(State.NEW, Impact.MINOR)
      .stream()
      .filter(finding -> finding.finding().reported().rule().concerns().contains(concern))
      .map(this::sentenceOf)
      .toList();
    if (!evidence.isEmpty()) {
      return new Answer(question, Verdict.YES, first(evidence));
    }
    if (!unread.isEmpty()) {
      return new Answer(question, Verdict.UNKNOWN, first(unread));
    }
    String where = hot.isEmpty()
      ? ""
      : " in the " + (hot.size() == 1 ? "hot function" : hot.size() + " hot functions") + " that it edits";
    return new Answer(
      question,
      Verdict.NO,
      List.of(
        hot.isEmpty() && unlisted.isEmpty() ? "it edits nothing that runs often" : question.nothingFound() + where
      )
    );
  }

  private String sentenceOf(FindingChange finding) {
    LocatedFinding found = finding.finding();
    return (
      "`" +
      Report.nameFrom(root, found.review().target().file()) +
      ":" +
      (found.line() + 1) +
      "` " +
      found.reported().finding().message()
    );
  }

  private static List<String> first(List<String> all) {
    if (all.size() <= MOST_NAMED) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, MOST_NAMED));
    some.add("and " + (all.size() - MOST_NAMED) + " more");
    return some;
  }
}
