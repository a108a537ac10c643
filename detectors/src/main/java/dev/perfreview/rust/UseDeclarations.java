package dev.perfreview.rust;

import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names of a file stand for: its {@code use} declarations with their groups, aliases and globs, in the scopes that they are
 * written in, and the prelude. Paths are given in one spelling: {@code std} for {@code core} and {@code alloc}, and
 * {@code std::collections::HashMap} for {@code std::collections::hash_map::HashMap}.
 */
final class UseDeclarations {

  /** The types of the standard prelude (https://doc.rust-lang.org/std/prelude/) that hold other things. */
  private static final Map<String, String> PRELUDE = Map.of(
    "Box",
    "std::boxed::Box",
    "Option",
    "std::option::Option",
    "Result",
    "std::result::Result",
    "String",
    "std::string::String",
    "Vec",
    "std::vec::Vec"
  );

  private static final Set<String> COLLECTION_MODULES = Set.of(
    "binary_heap",
    "btree_map",
    "btree_set",
    "hash_map",
    "hash_set",
    "linked_list",
    "vec_deque"
  );

  private static final KindSet DECLARATIONS = KindSet.of(
    Language.RUST,
    "use_declaration",
    "struct_item",
    "enum_item",
    "union_item",
    "type_item",
    "trait_item"
  );

  private final Map<Integer, Scope> scopes = new HashMap<>();
  private final Set<String> declaredTypes = new HashSet<>();

  UseDeclarations(SyntaxSnapshot syntax) {
    for (SyntaxNode node : syntax.root().descendants(DECLARATIONS)) {
      switch (node.kind()) {
        case "use_declaration" -> addUse(node);
        case "struct_item", "enum_item", "union_item", "type_item", "trait_item" -> {
          SyntaxNode name = node.field("name");
          if (name != null) {
            declaredTypes.add(name.text());
          }
        }
        default -> {
        }
      }
    }
  }

  /**
   * The full path that a path of the file stands for.
   *
   * @param path a node that is a path: an identifier, a scoped or a generic one
   * @return the segments joined by {@code ::}, without type arguments; as written where no declaration in sight explains the first
   *     segment; nothing when the node is no path
   */
  @Nullable
  String fullPathOf(SyntaxNode path) {
    List<String> segments = RustPaths.segmentsOf(path);
    if (segments == null) {
      return null;
    }
    String first = segments.getFirst();
    String imported = importedAs(first, path);
    if (imported == null && !declaredTypes.contains(first)) {
      imported = PRELUDE.get(first);
    }
    if (imported == null) {
      return canonical(String.join("::", segments));
    }
    List<String> full = new ArrayList<>(segments);
    full.set(0, imported);
    return canonical(String.join("::", full));
  }

  /**
   * Whether a path of the file stands for {@code fullPath}, which a glob import ({@code use std::collections::*}) can also tell.
   *
   * @param path a node that is a path
   * @param fullPath in the spelling of {@link #fullPathOf}
   */
  boolean refersTo(SyntaxNode path, String fullPath) {
    String own = fullPathOf(path);
    if (own == null) {
      return false;
    }
    if (own.equals(fullPath)) {
      return true;
    }
    String first = own.contains("::") ? own.substring(0, own.indexOf("::")) : own;
    if (declaredTypes.contains(first) || !fullPath.endsWith("::" + own)) {
      return false;
    }
    String module = fullPath.substring(0, fullPath.length() - own.length() - 2);
    for (Scope scope : scopesAround(path)) {
      if (scope.globs.contains(module)) {
        return true;
      }
    }
    return false;
  }

  /** The path that a {@code use} declaration in sight of {@code user} gives the name, as it is written there. */
  @Nullable
  String importedAs(String name, SyntaxNode user) {
    for (Scope scope : scopesAround(user)) {
      String path = scope.names.get(name);
      if (path != null) {
        return path;
      }
    }
    return null;
  }

  /** The scopes whose declarations {@code user} sees, the nearest first; a module sees those outside it only by {@code use super::*}. */
  private List<Scope> scopesAround(SyntaxNode user) {
    List<Scope> around = new ArrayList<>();
    for (SyntaxNode ancestor : user.ancestors()) {
      Scope scope = scopes.get(ancestor.index());
      if (scope != null) {
        around.add(scope);
      }
      boolean moduleBody = ancestor.is("declaration_list") && isModule(ancestor.parent());
      if (moduleBody && (scope == null || !scope.globs.contains("super"))) {
        break;
      }
    }
    return around;
  }

  private static boolean isModule(@Nullable SyntaxNode node) {
    return node != null && node.is("mod_item");
  }

  private record PendingUse(String prefix, SyntaxNode tree) {}

  private void addUse(SyntaxNode declaration) {
    SyntaxNode argument = declaration.field("argument");
    SyntaxNode parent = declaration.parent();
    if (argument == null || parent == null) {
      return;
    }
    Scope scope = scopes.computeIfAbsent(parent.index(), index -> new Scope());
    Deque<PendingUse> pending = new ArrayDeque<>();
    pending.push(new PendingUse("", argument));
    while (!pending.isEmpty()) {
      PendingUse use = pending.pop();
      SyntaxNode tree = use.tree();
      switch (tree.kind()) {
        case "use_list" -> tree.namedChildren().forEach(child -> pending.push(new PendingUse(use.prefix(), child)));
        case "scoped_use_list" -> {
          SyntaxNode list = tree.field("list");
          if (list != null) {
            pending.push(new PendingUse(join(use.prefix(), tree.field("path")), list));
          }
        }
        case "use_wildcard" -> scope.globs.add(canonical(join(use.prefix(), firstNamedChild(tree))));
        case "use_as_clause" -> {
          SyntaxNode alias = tree.field("alias");
          if (alias != null) {
            scope.names.put(alias.text(), join(use.prefix(), tree.field("path")));
          }
        }
        default -> {
          String path = join(use.prefix(), tree);
          scope.names.put(RustPaths.lastSegment(path), path);
        }
      }
    }
  }

  private static @Nullable SyntaxNode firstNamedChild(SyntaxNode node) {
    List<SyntaxNode> children = node.namedChildren();
    return children.isEmpty() ? null : children.getFirst();
  }

  /** Puts a prefix before a path; {@code self} in a group ({@code use std::sync::{self}}) stands for the prefix. */
  private static String join(String prefix, @Nullable SyntaxNode path) {
    List<String> segments = path == null ? null : RustPaths.segmentsOf(path);
    if (segments == null) {
      return prefix;
    }
    if (prefix.isEmpty()) {
      return String.join("::", segments);
    }
    return segments.equals(List.of("self")) ? prefix : prefix + "::" + String.join("::", segments);
  }

  private static String canonical(String path) {
    String result = path;
    if (result.startsWith("core::") || result.startsWith("alloc::")) {
      result = "std" + result.substring(result.indexOf("::"));
    }
    String collections = "std::collections::";
    if (result.startsWith(collections)) {
      int end = result.indexOf("::", collections.length());
      if (end > 0 && COLLECTION_MODULES.contains(result.substring(collections.length(), end))) {
        result = collections + result.substring(end + 2);
      }
    }
    return result;
  }

  /** The names that the {@code use} declarations of one block or module bring in. */
  private static final class Scope {

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> globs = new HashSet<>();
  }
}
