package dev.perfreview.python.rules;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.PythonModel;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.List;
import java.util.Optional;

/** {@code for line in file.readlines()}: the whole file in memory, to go over it line by line. */
final class NeedlessLines {

  private NeedlessLines() {}

  /** What is wrong with a call of {@code readlines} where it stands. */
  static Optional<Finding> find(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    SyntaxNode file = function == null ? null : function.field("object");
    PassingUse use = file == null || Arguments.of(call).count() > 0 ? null : PassingUse.of(call, model);
    SyntaxNode during = use == null ? null : use.during();
    if (file == null || use == null || during == null || use.kind() != PassingUse.Kind.LOOP) {
      return Optional.empty();
    }
    boolean usedWithin = during.streamDescendants().anyMatch(inner -> inner.textIs(file.text()) && !inner.equals(file));
    if (usedWithin) {
      return Optional.empty();
    }
    boolean opens = during.streamDescendants().anyMatch(inner -> inner.is("identifier") && inner.textIs("open"));
    boolean known = model.types().typeOf(file).is("io.IOBase") && !opens;
    TextEdit edit = new TextEdit(new TextRange(file.end(), call.end()), "");
    return Optional.of(
      Finding.at(
        call,
        "`%s` reads all lines into memory before the loop sees the first: a file gives them one by one".formatted(
          ShortText.of(call)
        )
      ).withFix(
        new Fix(
          known ? "Go over the file itself" : "Go over the object itself, if it is a file",
          known ? Applicability.SAFE : Applicability.UNSAFE,
          List.of(edit)
        )
      )
    );
  }
}
