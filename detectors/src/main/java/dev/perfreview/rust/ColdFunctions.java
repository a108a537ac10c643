package dev.perfreview.rust;

import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions that run rarely by what they are: tests, {@code main}, and what makes things that live as long as the process. */
final class ColdFunctions {

  /** Names of functions that make a value of the type that they belong to. */
  private static final Pattern MAKES = Pattern.compile(
    "(try_)?(new|build|connect|create|from|load|open|spawn|start)(_.*)?"
  );

  /** How the types of things are called of which a process makes one, or one a model or a worker. */
  private static final Set<String> LONG_LIVED = Set.of(
    (
      "Allocator Backend Client Collector Communicator Daemon Database Dispatcher Engine Executor Gateway Indexer Listener Loader Manager Model Monitor " +
      "Pipeline Pool Publisher Registry Router Runner Scheduler Server Service State Storage Store Subscriber Supervisor Tokenizer Worker"
    ).split(" ")
  );

  private static final Pattern LAST_WORD = Pattern.compile("([A-Z][a-z0-9]+)(<.*)?$", Pattern.DOTALL);
  private static final Pattern FOR_TESTS = Pattern.compile(
    "(?i)\\b(for|in) (unit |integration )?test(s|ing)\\b( only)?"
  );

  private ColdFunctions() {}

  /** Why the body of a {@code function_item} runs rarely, as it reads after "cold: "; nothing when that is not known. */
  static @Nullable String reasonOf(SyntaxNode function) {
    if (Attributes.markTest(function)) {
      return "in a test";
    }
    if (Attributes.has(function, "cold")) {
      return "in a `#[cold]` function";
    }
    SyntaxNode name = function.field("name");
    SyntaxNode parent = function.parent();
    if (name == null) {
      return null;
    }
    if (takesWeights(function)) {
      return "builds a model";
    }
    if (isForTests(function)) {
      return "for tests, as its comment says";
    }
    // What takes a constructor an await is a connection, a thread or a file: it is made once and kept.
    if (FunctionIndex.isAsync(function) && (name.textIs("new") || name.text().startsWith("new_"))) {
      return "in an async constructor";
    }
    if (FunctionIndex.isAsync(function) && name.text().matches("build(_.*)?") && consumesItself(function)) {
      return "in an async builder";
    }
    boolean isMain = name.textIs("main") && parent != null && parent.is("source_file");
    return isMain ? "in `main`" : null;
  }

  /** Whether a function without {@code self} makes something that is made once for a long life: {@code LlmEngine::new}. */
  static boolean isConstructor(SyntaxNode function) {
    SyntaxNode name = function.field("name");
    SyntaxNode impl =
      name != null && MAKES.matcher(name.text()).matches() ? function.enclosing("impl_item", "trait_item") : null;
    SyntaxNode type = impl == null || !impl.is("impl_item") ? null : impl.field("type");
    SyntaxNode parameters = function.field("parameters");
    if (type == null || parameters == null || parameters.firstChild("self_parameter") != null) {
      return false;
    }
    var word = LAST_WORD.matcher(type.text());
    return word.find() && LONG_LIVED.contains(word.group(1));
  }

  /** Whether a function is given what candle reads the weights of a model from. */
  private static boolean takesWeights(SyntaxNode function) {
    SyntaxNode parameters = function.field("parameters");
    return parameters != null && parameters.text().contains("VarBuilder");
  }

  /** Whether the comment above a function says that it is there for tests. */
  private static boolean isForTests(SyntaxNode function) {
    for (SyntaxNode before = function.previousSibling(); before != null; before = before.previousSibling()) {
      if (before.is("line_comment") && FOR_TESTS.matcher(before.text()).find()) {
        return true;
      }
      if (!before.isAny("line_comment", "attribute_item")) {
        return false;
      }
    }
    return false;
  }

  /** Whether a method takes what it is called on for good, as the last one of a builder does. */
  private static boolean consumesItself(SyntaxNode function) {
    SyntaxNode parameters = function.field("parameters");
    SyntaxNode self = parameters == null ? null : parameters.firstChild("self_parameter");
    return self != null && self.firstChild("&") == null;
  }
}
