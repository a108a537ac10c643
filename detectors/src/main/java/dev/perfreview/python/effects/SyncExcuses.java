package dev.perfreview.python.effects;

import dev.perfreview.python.tensors.NameHints;
import dev.perfreview.syntax.SyntaxNode;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a wait for the device is meant, or rare: checks, debugging, and the way taken where no copy on the host was handed over. */
public final class SyncExcuses {

  private static final Pattern RARE = Pattern.compile(
    "debug|verbose|isEnabledFor|environ|getenv|\\benvs?\\.|dump|profil|sanity|validate|nan_detect|detect_nan|check_nan|" +
      "is_capturing|capture_mode|warmup|dummy|log_level|trace",
    Pattern.CASE_INSENSITIVE
  );
  /** What asks of a value whether it is a tensor at all, or where it is: the branch takes whatever comes. */
  private static final Pattern ASKS_WHERE = Pattern.compile("isinstance\\(|\\.is_cuda|\\.device\\b|is_cpu");
  /** Words of the names of functions whose very purpose is the copy or the wait, so that it is their callers who decide. */
  private static final Set<String> WAITS = Set.of("sync", "synchronize", "cpu", "host", "numpy");
  /** Words of the names of functions that run rarely, or do so much that the wait is the least of it. */
  private static final Set<String> RARE_PURPOSES = Set.of(
    "offload",
    "serialize",
    "dump",
    "save",
    "load",
    "weight",
    "weights",
    "checkpoint",
    "quantize",
    "autotune",
    "benchmark",
    "profile",
    "warmup",
    "warm",
    "dummy",
    "share",
    "capture",
    "print",
    "validate",
    "hash",
    "health",
    "healthy",
    "alive"
  );

  private SyncExcuses() {}

  /** Whether a wait at a node is one of these, or in a function that {@link #isNamedForWait is named for it}. */
  public static boolean excuse(SyntaxNode node) {
    SyntaxNode function = node.enclosing("function_definition", "lambda", "class_definition");
    SyntaxNode name = function == null || !function.is("function_definition") ? null : function.field("name");
    return (name != null && isNamedForWait(name.text())) || isRare(node);
  }

  /** Whether a function by its name is there to copy from the device, or to wait for it: {@code seq_lens_to_cpu}. */
  public static boolean isNamedForWait(String function) {
    return NameHints.hasWord(function, WAITS);
  }

  /** Whether a wait at a node is a check or for debugging, or runs rarely. */
  public static boolean isRare(SyntaxNode node) {
    SyntaxNode inner = node;
    for (SyntaxNode ancestor : node.ancestors()) {
      switch (ancestor.kind()) {
        case "assert_statement", "raise_statement" -> {
          return true;
        }
        case "function_definition" -> {
          SyntaxNode name = ancestor.field("name");
          return name != null && NameHints.hasWord(name.text(), RARE_PURPOSES);
        }
        case "lambda", "class_definition" -> {
          return false;
        }
        case "if_statement", "elif_clause" -> {
          SyntaxNode condition = ancestor.field("condition");
          boolean taken = "consequence".equals(inner.fieldName());
          if (condition != null && (taken || inner.is("else_clause")) && excuses(condition, taken)) {
            return true;
          }
        }
        case "conditional_expression" -> {
          SyntaxNode condition = ancestor.namedChildren().get(1);
          boolean taken = ancestor.namedChildren().getFirst().equals(inner);
          if (!condition.equals(inner) && excuses(condition, taken)) {
            return true;
          }
        }
        default -> {
          // Says nothing of how often it runs.
        }
      }
      inner = ancestor;
    }
    return false;
  }

  /** Whether a branch around a node has asked for itself whether there is a tensor to read, and where. */
  public static boolean isAskedFor(SyntaxNode node) {
    for (SyntaxNode ancestor : node.ancestors()) {
      if (ancestor.is("function_definition")) {
        return false;
      }
      SyntaxNode condition = ancestor.isAny("if_statement", "elif_clause") ? ancestor.field("condition") : null;
      if (condition != null && !condition.contains(node) && ASKS_WHERE.matcher(condition.text()).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean excuses(SyntaxNode condition, boolean taken) {
    return (
      isAbsence(condition, taken) || isForSome(condition, taken) || (taken && RARE.matcher(condition.text()).find())
    );
  }

  /** Whether the branch is left out as long as no request brings some input: {@code if all(image is None for image in images)}. */
  private static boolean isForSome(SyntaxNode condition, boolean taken) {
    SyntaxNode function = condition.is("call") ? condition.field("function") : null;
    return (
      function != null &&
      condition.text().contains(taken ? " is not None for " : " is None for ") &&
      function.textIs(taken ? "any" : "all")
    );
  }

  /** Whether the branch is the one for a value that was not given: {@code if seq_lens_cpu is None: seq_lens_cpu = seq_lens.cpu()}. */
  private static boolean isAbsence(SyntaxNode condition, boolean taken) {
    if (condition.is("parenthesized_expression")) {
      return isAbsence(condition.namedChildren().getFirst(), taken);
    }
    if (condition.is("not_operator")) {
      SyntaxNode argument = condition.field("argument");
      return argument != null && isAbsence(argument, !taken);
    }
    if (!condition.is("comparison_operator")) {
      // A flag such as `have_cpu_mirror`: the other branch does without the copy on the host.
      boolean name = condition.isAny("identifier", "attribute");
      return name && !taken && NameHints.isHost(lastName(condition));
    }
    SyntaxNode operator = condition.field("operators");
    SyntaxNode none = condition.namedChildren().getLast();
    return operator != null && none.is("none") && operator.textIs(taken ? "is" : "is not");
  }

  private static String lastName(SyntaxNode node) {
    SyntaxNode attribute = node.field("attribute");
    return attribute == null ? node.text() : attribute.text();
  }
}
