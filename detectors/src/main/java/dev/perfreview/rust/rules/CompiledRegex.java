package dev.perfreview.rust.rules;

import dev.perfreview.rust.Calls;
import dev.perfreview.rust.RustModel;
import dev.perfreview.semantics.CodeFunction;
import dev.perfreview.syntax.SyntaxNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression compiled within a function, with what unwraps it and what becomes of it.
 *
 * @param constructor the call of {@code Regex::new} or {@code RegexBuilder::new}
 * @param compilation the expression whose value is the compiled regular expression: the constructor with the builder's calls and what unwraps the result
 * @param errorHandling what becomes of the error of a pattern that does not compile
 * @param let the {@code let} that keeps it; nothing when it is used at once
 * @param function the function around it
 */
record CompiledRegex(
  SyntaxNode constructor,
  SyntaxNode compilation,
  ErrorHandling errorHandling,
  @Nullable SyntaxNode let,
  CodeFunction function
) {
  /** What becomes of the error of a pattern that does not compile. */
  enum ErrorHandling {
    /** {@code unwrap} or {@code expect}. */
    PANICS,
    /** {@code ?}. */
    RETURNED,
    /** {@code if let Ok(…)}, {@code match} and the like. */
    BRANCHED,
  }

  /** Words that start the names of functions whose callers keep what they build. */
  private static final List<String> BUILDING = List.of(
    "new",
    "try_new",
    "from",
    "try_from",
    "build",
    "with",
    "default",
    "create",
    "compile",
    "init",
    "load",
    "setup",
    "make"
  );

  private static final Set<String> BUILDER_SETTINGS = Set.of(
    "backtrack_limit",
    "case_insensitive",
    "crlf",
    "delegate_dfa_size_limit",
    "delegate_size_limit",
    "dfa_size_limit",
    "dot_matches_new_line",
    "ignore_whitespace",
    "line_terminator",
    "multi_line",
    "nest_limit",
    "octal",
    "size_limit",
    "swap_greed",
    "unicode",
    "build"
  );

  private static final Set<String> MATCHING = Set.of(
    "captures",
    "captures_iter",
    "find",
    "find_at",
    "find_iter",
    "is_match",
    "is_match_at",
    "matches",
    "replace",
    "replace_all",
    "replacen",
    "shortest_match",
    "split",
    "splitn"
  );

  /** What a constructor call becomes; nothing when it stands in no function or its value goes elsewhere than into a match. */
  static @Nullable CompiledRegex of(SyntaxNode constructor, RustModel model) {
    CodeFunction function = model.functionAround(constructor);
    if (function == null || builds(function)) {
      return null;
    }
    SyntaxNode result = built(constructor);
    SyntaxNode parent = result.parent();
    SyntaxNode call = Calls.methodCallOn(result);
    String method = call == null ? null : Calls.nameOf(call);
    if (call != null && method != null) {
      if (method.equals("unwrap") || method.equals("expect")) {
        return new CompiledRegex(constructor, call, ErrorHandling.PANICS, letKeeping(call), function);
      }
      if (method.equals("map_err") || method.equals("context") || method.equals("with_context")) {
        parent = call.parent();
        result = call;
      }
    }
    if (parent != null && parent.is("try_expression")) {
      return new CompiledRegex(constructor, parent, ErrorHandling.RETURNED, letKeeping(parent), function);
    }
    boolean branched = parent != null && parent.isAny("let_condition", "match_expression") && isValueOf(result, parent);
    boolean letElse = parent != null && parent.is("let_declaration") && parent.field("alternative") != null;
    return branched || letElse
      ? new CompiledRegex(constructor, result, ErrorHandling.BRANCHED, letElse ? parent : null, function)
      : null;
  }

  /** Whether the compiled expression is only matched with in this function, and neither kept nor handed on. */
  boolean isOnlyMatchedWith() {
    if (errorHandling == ErrorHandling.BRANCHED) {
      return branchMatches();
    }
    SyntaxNode name = let == null ? null : let.field("pattern");
    boolean plain = let == null || (name != null && name.is("identifier"));
    return plain && !uses().isEmpty() && uses().stream().allMatch(CompiledRegex::isMatchedWith);
  }

  /** The name that a static of it has best: that of its variable, in capitals. */
  String constantName() {
    SyntaxNode name = let == null ? null : let.field("pattern");
    return name == null || !name.is("identifier") ? "PATTERN" : name.text().toUpperCase(Locale.ROOT);
  }

  /** The mentions of a variable after its {@code let}, up to the end of the block; strings of format macros count. */
  private static List<SyntaxNode> usesOf(String name, SyntaxNode let) {
    SyntaxNode block = let.parent();
    if (block == null) {
      return List.of();
    }
    return block
      .streamDescendants()
      .filter(node -> node.index() > let.index() && !let.contains(node))
      .filter(node -> node.isAny("identifier", "shorthand_field_identifier") && node.textIs(name))
      .toList();
  }

  /** Whether a mention is matched with at once or lent to a call. */
  private static boolean isMatchedWith(SyntaxNode use) {
    SyntaxNode call = Calls.methodCallOn(use);
    String method = call == null ? null : Calls.nameOf(call);
    if (method != null) {
      return MATCHING.contains(method);
    }
    SyntaxNode parent = use.parent();
    if (parent == null) {
      return false;
    }
    return parent.is("token_tree") ? isMatchedWithInMacro(use) : isLent(use);
  }

  /** Whether a mention is an argument with a {@code &} before it. */
  static boolean isLent(SyntaxNode use) {
    SyntaxNode parent = use.parent();
    return (
      parent != null &&
      parent.is("reference_expression") &&
      parent.firstChild("mutable_specifier") == null &&
      Calls.callTaking(parent) != null
    );
  }

  /** The bare tokens {@code name . is_match ( … )}. */
  private static boolean isMatchedWithInMacro(SyntaxNode use) {
    SyntaxNode dot = use.nextSibling();
    SyntaxNode method = dot == null || !dot.is(".") ? null : dot.nextSibling();
    return method != null && method.is("identifier") && MATCHING.contains(method.text());
  }

  /** The mentions of the compiled expression: of its variable, or itself where it has none. */
  List<SyntaxNode> uses() {
    SyntaxNode name = let == null ? null : let.field("pattern");
    return let == null || name == null ? List.of(compilation) : usesOf(name.text(), let);
  }

  private boolean branchMatches() {
    SyntaxNode name = null;
    SyntaxNode scope = null;
    SyntaxNode parent = compilation.parent();
    if (parent == null) {
      return false;
    }
    if (parent.isAny("let_condition", "let_declaration")) {
      name = boundByOk(parent.field("pattern"));
      scope = parent.enclosing("block");
    } else {
      SyntaxNode arms = parent.field("body");
      for (SyntaxNode arm : arms == null ? List.<SyntaxNode>of() : arms.namedChildren()) {
        SyntaxNode pattern = arm.field("pattern");
        SyntaxNode bound =
          pattern == null || pattern.namedChildren().isEmpty() ? null : boundByOk(pattern.namedChildren().getFirst());
        if (bound != null) {
          name = bound;
          scope = arm.field("value");
        }
      }
    }
    if (name == null || scope == null) {
      return false;
    }
    SyntaxNode binding = name;
    List<SyntaxNode> uses = scope
      .streamDescendants()
      .filter(node -> node.is("identifier") && node.index() > binding.index() && node.textIs(binding.text()))
      .toList();
    return !uses.isEmpty() && uses.stream().allMatch(CompiledRegex::isMatchedWith);
  }

  private static @Nullable SyntaxNode boundByOk(@Nullable SyntaxNode pattern) {
    SyntaxNode variant = pattern == null || !pattern.is("tuple_struct_pattern") ? null : pattern.field("type");
    if (pattern == null || variant == null || !variant.textIs("Ok")) {
      return null;
    }
    SyntaxNode bound = pattern.namedChildren().getLast();
    return bound.is("identifier") && bound.index() != variant.index() ? bound : null;
  }

  private static boolean builds(CodeFunction function) {
    String name = function.simpleName();
    for (String word : BUILDING) {
      if (name.equals(word) || name.startsWith(word + "_")) {
        return true;
      }
    }
    SyntaxNode type = function.declaration().field("return_type");
    return type != null && (isBuilt(type) || type.streamDescendants().anyMatch(CompiledRegex::isBuilt));
  }

  private static boolean isBuilt(SyntaxNode type) {
    return type.is("type_identifier") && (type.textIs("Self") || type.text().startsWith("Regex"));
  }

  /** The constructor with the settings and the {@code build} of a builder. */
  private static SyntaxNode built(SyntaxNode constructor) {
    SyntaxNode result = constructor;
    while (true) {
      SyntaxNode call = Calls.methodCallOn(result);
      String method = call == null ? null : Calls.nameOf(call);
      if (call == null || method == null || !BUILDER_SETTINGS.contains(method)) {
        return result;
      }
      result = call;
    }
  }

  private static @Nullable SyntaxNode letKeeping(SyntaxNode value) {
    SyntaxNode parent = value.parent();
    return parent != null && parent.is("let_declaration") && isValueOf(value, parent) ? parent : null;
  }

  private static boolean isValueOf(SyntaxNode value, SyntaxNode parent) {
    SyntaxNode field = parent.field("value");
    return field != null && field.index() == value.index();
  }
}
