package dev.perfreview.python;

import dev.perfreview.python.workspace.Callees;
import dev.perfreview.python.workspace.PythonFacts;
import dev.perfreview.python.workspace.PythonLinker;
import dev.perfreview.semantics.workspace.Chain;
import dev.perfreview.semantics.workspace.Effect;
import dev.perfreview.semantics.workspace.FunctionFacts.Trait;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.semantics.workspace.Workspace;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which functions of the workspace the calls of a file run, and what that comes to. */
public final class PythonCalls {

  private final PythonModel model;
  private final String path;
  private final ModuleName module;
  private final Workspace workspace;
  private @Nullable Workspace around;
  private @Nullable OwnFunctions own;

  PythonCalls(PythonModel model, String path, ModuleName module, Workspace workspace) {
    this.model = model;
    this.path = path;
    this.module = module;
    this.workspace = workspace;
  }

  /** The function that a {@code call} runs; nothing when it is not known, is one of several, or lies outside the workspace. */
  public @Nullable FunctionPlace targetOf(SyntaxNode call) {
    if (isAlone() && !own().mayRun(call)) {
      return null;
    }
    String callee = Callees.referenceTo(call.field("function"), model, module);
    if (callee.isEmpty() || !(around().linker(Language.PYTHON) instanceof PythonLinker linker)) {
      return null;
    }
    List<FunctionPlace> targets = linker.targets(callee);
    return targets.size() == 1 ? targets.getFirst() : null;
  }

  /** How a {@code call} comes to an effect on the thread that makes it, through functions of the workspace. */
  public Optional<Chain> chainTo(Effect effect, SyntaxNode call) {
    if (isAlone() && !own().mayHave(effect)) {
      return Optional.empty();
    }
    FunctionPlace target = targetOf(call);
    return target == null ||
      target.function().is(Trait.ASYNC) ||
      (target.function().is(Trait.GENERATOR) && !isIterated(call))
      ? Optional.empty()
      : around().calls().chainTo(target, effect);
  }

  /**
   * The effect that the function which a {@code call} runs has by itself if the argument for one of its parameters is of a certain kind.
   *
   * @return nothing when it has none, or when it makes a coroutine or runs rarely
   */
  public Optional<Chain> dependentEffect(Effect effect, SyntaxNode call) {
    if (isAlone() && !own().mayHave(effect)) {
      return Optional.empty();
    }
    SyntaxNode function = call.field("function");
    SyntaxNode attribute = function == null ? null : function.field("attribute");
    SyntaxNode name = attribute == null ? function : attribute;
    if (name == null || !around().calls().mayDependOnArgument(name.text(), effect)) {
      return Optional.empty();
    }
    FunctionPlace target = targetOf(call);
    if (target == null || target.function().is(Trait.ASYNC) || target.function().is(Trait.COLD)) {
      return Optional.empty();
    }
    return target
      .function()
      .effects()
      .stream()
      .filter(own -> own.effect() == effect && own.parameter() != null)
      .findFirst()
      .map(own -> new Chain(List.of(target), List.of(own.line()), own));
  }

  /** Whether the file is none of the workspace's, so that all that is known of it is in itself. */
  private boolean isAlone() {
    return workspace.file(path) == null;
  }

  private OwnFunctions own() {
    if (own == null) {
      own = new OwnFunctions(model);
    }
    return own;
  }

  /** Whether a loop takes the elements of what a call makes, right where it is made. */
  private static boolean isIterated(SyntaxNode call) {
    SyntaxNode parent = call.parent();
    return parent != null && parent.isAny("for_statement", "for_in_clause") && "right".equals(call.fieldName());
  }

  /** The workspace; one of this file alone where that is not part of it. */
  private Workspace around() {
    if (around == null) {
      around = isAlone()
        ? new Workspace(Map.of(path, PythonFacts.of(path, model.syntax())), Map.of(Language.PYTHON, PythonLinker::new))
        : workspace;
    }
    return around;
  }
}
