package dev.perfreview.harness.fuzz;

import dev.perfreview.analysis.AnalysisSettings;
import dev.perfreview.harness.invariants.Invariants;
import dev.perfreview.harness.invariants.Subject;
import dev.perfreview.harness.invariants.Violation;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.RandomEdits;
import dev.perfreview.syntax.SourceText;
import dev.perfreview.syntax.SyntaxSnapshot;
import dev.perfreview.syntax.SyntaxTree;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TreeDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoilt code: the engine keeps all its promises on it, and edits lead to the tree and the findings of a text that is opened. */
final class CodeFuzz {

  private static final int MOST_MANGLINGS = 6;
  private static final int EDITS = 12;

  private CodeFuzz() {}

  /** The case of a seed. */
  static FuzzCase of(Corpus corpus, long seed) {
    Random random = new Random(seed);
    Sample sample = corpus.anyCode(random);
    String text = sample.text();
    // Some stay whole: what is sound is fixed and suppressed more than what is broken.
    for (int count = random.nextInt(MOST_MANGLINGS + 1); count > 0; count--) {
      text = Mangling.any(random).apply(text, corpus.anyCode(random, sample.language()).text(), random);
    }
    return new FuzzCase(seed, sample.name(), "." + (sample.language() == Language.RUST ? "rs" : "py"), text, variant ->
      faultsOf(sample, variant, seed)
    );
  }

  private static List<String> faultsOf(Sample sample, String text, long seed) {
    Subject subject = new Subject(
      sample.name(),
      sample.path(),
      sample.language(),
      new SourceText(text),
      AnalysisSettings.standard()
    );
    List<String> faults = new ArrayList<>();
    boolean parses = !SyntaxTree.snapshotOf(sample.language(), text).root().hasError();
    for (Violation violation : Invariants.check(subject).violations()) {
      // tree-sitter guesses what broken code was meant to be, and a comment more may make it guess otherwise.
      if (parses || !violation.invariant().startsWith("a suppression")) {
        faults.add(violation.invariant() + ": " + violation);
      }
    }
    checkEdits(subject, new RandomEdits(seed), faults);
    return faults;
  }

  /** Edits, and takes most back, as a person does; compares each tree with that of the text parsed from nothing, and the last findings. */
  private static void checkEdits(Subject subject, RandomEdits random, List<String> faults) {
    try (SyntaxTree tree = SyntaxTree.parse(subject.language(), subject.text())) {
      for (int i = 0; i < EDITS; i++) {
        String before = tree.snapshot().text().string();
        TextEdit edit = random.next(before);
        tree.edit(List.of(edit));
        compare(tree.snapshot(), faults);
        if (random.undo()) {
          tree.edit(List.of(RandomEdits.inverse(edit, before)));
          compare(tree.snapshot(), faults);
        }
      }
      SyntaxSnapshot edited = tree.snapshot();
      SyntaxSnapshot fresh = SyntaxTree.snapshotOf(subject.language(), edited.text().string());
      List<?> afterEdits = subject.analyze(edited).findings();
      List<?> afterOpening = subject.analyze(fresh).findings();
      if (!afterEdits.equals(afterOpening)) {
        faults.add("edits lead to the same findings: " + afterEdits + ", not " + afterOpening);
      }
    }
  }

  private static void compare(SyntaxSnapshot edited, List<String> faults) {
    SyntaxSnapshot fresh = SyntaxTree.snapshotOf(edited.language(), edited.text().string());
    if (!TreeDescription.of(fresh).equals(TreeDescription.of(edited))) {
      faults.add("edits lead to the same tree: not after one of them");
    }
  }
}
