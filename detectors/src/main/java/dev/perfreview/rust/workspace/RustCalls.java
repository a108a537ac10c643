package dev.perfreview.rust.workspace;

import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which functions of other files the calls of a file run, what they return, and what that comes to. */
public final class RustCalls {

  private final Workspace workspace;
  private final AbsolutePaths paths;

  /**
   * The calls of a file.
   *
   * @param path its path from the workspace folder
   */
  public RustCalls(SyntaxSnapshot syntax, String path, Workspace workspace) {
    this.workspace = workspace;
    this.paths = new AbsolutePaths(ModulePath.of(path), RustFacts.declaredIn(syntax));
  }

  /** The function that a {@code call_expression} runs; nothing when it is not known, is one of several, or lies outside the workspace. */
  public @Nullable FunctionPlace targetOf(SyntaxNode call, RustModel model) {
    List<FunctionPlace> targets = targetsOf(call, model);
    return targets.size() == 1 ? targets.getFirst() : null;
  }

  /** The functions of the workspace that a {@code call_expression} may run: several where it calls a method of a trait. */
  public List<FunctionPlace> targetsOf(SyntaxNode call, RustModel model) {
    RustLinker linker = linker();
    String callee = linker == null ? "" : Callees.referenceTo(call, model, paths);
    return linker == null || callee.isEmpty() ? List.of() : linker.targets(callee);
  }

  /** How a {@code call_expression} comes to an effect on the thread that makes it, through functions of the workspace. */
  public Optional<Chain> chainTo(Effect effect, SyntaxNode call, RustModel model) {
    FunctionPlace target = targetOf(call, model);
    return target == null || target.function().is(Trait.ASYNC)
      ? Optional.empty()
      : workspace.calls().chainTo(target, effect);
  }

  /** What a call of a function of another file returns: a future where that is async. */
  public @Nullable RustType returned(SyntaxNode call, RustModel model) {
    FunctionPlace target = targetOf(call, model);
    if (target == null || target.function().result().isEmpty()) {
      return null;
    }
    RustType result = RustFacts.NOTATION.read(target.function().result());
    return target.function().is(Trait.ASYNC) ? RustType.of("std::future::Future", result) : result;
  }

  /** The type of a field of a struct that another file declares. */
  public @Nullable RustType fieldType(String structPath, String field) {
    RustLinker linker = linker();
    return linker == null ? null : linker.fieldType(paths.absolute(structPath), field);
  }

  /** The type of all that a clone of a struct or enum of another file copies. */
  public @Nullable RustType contents(String path) {
    RustLinker linker = linker();
    return linker == null ? null : linker.contents(paths.absolute(path));
  }

  private @Nullable RustLinker linker() {
    return workspace.linker(Language.RUST) instanceof RustLinker linker ? linker : null;
  }
}
