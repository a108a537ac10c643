package dev.perfreview.rust.copies;

import dev.perfreview.rule.Evidence;
import dev.perfreview.rule.Finding;
import dev.perfreview.rule.Fix;
import dev.perfreview.rust.Comments;
import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.rust.values.SourcePlace;
import dev.perfreview.rust.values.VariableUse;
import dev.perfreview.rust.values.VariableUses;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.TextEdit;
import org.jspecify.annotations.Nullable;

/** A copy that gets a name and is then only looked at, while what it was copied from stays as it is. */
final class ReadOnlyCopy {

  private ReadOnlyCopy() {}

  static @Nullable Finding of(ClonedValue copy, RustModel model) {
    CopyBinding bound = CopyBinding.of(copy);
    if (bound == null || !copy.allocates(model)) {
      return null;
    }
    VariableUses uses = bound.uses(model);
    SourcePlace place = uses == null || !uses.areReads() ? null : copy.place(model);
    if (uses == null || place == null) {
      return null;
    }
    VariableUse last = uses.all().getLast();
    int end = endOfUse(uses, model);
    if (!place.isUnchanged(copy.call().end(), end, model)) {
      return null;
    }
    String message =
      copy.subject() + " copies a value that `" + bound.name().text() + "` only looks at, where a reference would do";
    Evidence evidence = Evidence.at(last.mention(), "the last look at the copy");
    return Finding.at(copy.call(), message)
      .withEvidence(evidence)
      .withFix(fix(copy, bound, model));
  }

  /** Up to where the copy is looked at, also through what borrows from it. */
  private static int endOfUse(VariableUses uses, RustModel model) {
    int end = 0;
    for (VariableUse use : uses.all()) {
      SyntaxNode statement = Statements.around(use.mention());
      end = Math.max(end, statement == null ? use.mention().end() : statement.end());
      SyntaxNode let = use.mention().enclosing("let_declaration", "block");
      if (let != null && let.is("let_declaration") && !LastUse.isOwnValue(let, model)) {
        return uses.scope().end();
      }
    }
    return end;
  }

  private static @Nullable Fix fix(ClonedValue copy, CopyBinding bound, RustModel model) {
    RustType source = model.typeOf(copy.source());
    boolean written = bound.declaration().field("type") != null;
    boolean plain = bound.isDirect() && !written && copy.method().equals("clone") && !Comments.areIn(copy.call());
    if (!plain || source == null || source.references() > 1 || !bound.declaration().is("let_declaration")) {
      return null;
    }
    String code = source.references() == 1 ? copy.source().text() : "&" + copy.source().text();
    return Fix.unsafe("Borrow the value", TextEdit.replace(copy.call(), code));
  }
}
