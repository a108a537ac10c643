package dev.perfreview.rust.workspace;

import dev.perfreview.rust.RustModel;
import dev.perfreview.rust.RustType;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.TypeFacts;
import dev.perfreview.semantics.workspace.TypeNotation;
import dev.perfreview.syntax.KindSet;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SyntaxNode;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads off a file what it tells the others. */
public final class RustFacts {

  private static final KindSet ITEMS = KindSet.of(
    Language.RUST,
    "struct_item",
    "enum_item",
    "union_item",
    "type_item",
    "trait_item",
    "mod_item",
    "function_item"
  );
  private static final KindSet TYPES = KindSet.of(Language.RUST, "struct_item", "enum_item", "impl_item");

  /** How facts write Rust types: each reference is a {@code &} before the path. */
  static final TypeNotation<RustType> NOTATION = new TypeNotation<>(
    type -> "&".repeat(type.references()) + type.path(),
    RustType::arguments,
    RustFacts::typeOf
  );

  private final RustModel model;
  private final AbsolutePaths paths;

  private RustFacts(RustModel model, AbsolutePaths paths) {
    this.model = model;
    this.paths = paths;
  }

  /**
   * What a file tells the others, whatever they tell it.
   *
   * @param path its path from the workspace folder
   */
  public static FileFacts of(String path, SyntaxSnapshot syntax) {
    ModulePath module = ModulePath.of(path);
    RustModel model = new RustModel(syntax);
    AbsolutePaths paths = new AbsolutePaths(module, declaredIn(syntax));
    return new RustFacts(model, paths).read(path, module);
  }

  private static RustType typeOf(String name, List<RustType> arguments) {
    int references = 0;
    while (references < name.length() && name.charAt(references) == '&') {
      references++;
    }
    return new RustType(name.substring(references), arguments, references);
  }

  /** The names of the items that a file declares. */
  static Set<String> declaredIn(SyntaxSnapshot syntax) {
    Set<String> declared = new HashSet<>();
    for (SyntaxNode item : syntax.root().descendants(ITEMS)) {
      SyntaxNode name = item.field("name");
      if (name != null) {
        declared.add(name.text());
      }
    }
    return declared;
  }

  private FileFacts read(String path, ModulePath module) {
    Map<String, Map<String, String>> fields = new LinkedHashMap<>();
    Map<String, Set<String>> traits = new HashMap<>();
    Map<String, String> contents = new HashMap<>();
    for (SyntaxNode node : model.syntax().root().descendants(TYPES)) {
      switch (node.kind()) {
        case "struct_item" -> {
          readStruct(node, fields);
          readContents(node, contents);
        }
        case "enum_item" -> readContents(node, contents);
        case "impl_item" -> readImplementation(node, traits);
        default -> {
          // Tells nothing of a type.
        }
      }
    }
    traits.keySet().forEach(type -> fields.putIfAbsent(type, Map.of()));
    contents.keySet().forEach(type -> fields.putIfAbsent(type, Map.of()));
    List<TypeFacts> types = new ArrayList<>();
    fields.forEach((name, members) ->
      types.add(
        new TypeFacts(name, List.copyOf(traits.getOrDefault(name, Set.of())), members, contents.getOrDefault(name, ""))
      )
    );
    return new FileFacts(
      path,
      Language.RUST,
      module.own(""),
      types,
      new FunctionReader(model, paths).read(),
      Map.of(),
      Map.of()
    );
  }

  private void readStruct(SyntaxNode struct, Map<String, Map<String, String>> fields) {
    SyntaxNode name = struct.field("name");
    SyntaxNode body = struct.field("body");
    if (name == null || body == null || !body.is("field_declaration_list")) {
      return;
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (SyntaxNode field : body.namedChildren()) {
      SyntaxNode fieldName = field.is("field_declaration") ? field.field("name") : null;
      SyntaxNode type = field.field("type");
      if (fieldName != null && type != null) {
        RustType read = model.typeWritten(type);
        if (read.isKnown()) {
          members.put(fieldName.text(), NOTATION.write(paths.absolute(read)));
        }
      }
    }
    fields.put(name.text(), members);
  }

  private void readContents(SyntaxNode item, Map<String, String> contents) {
    SyntaxNode name = item.field("name");
    RustType held = name == null ? null : model.contentsOf(item);
    if (name != null && held != null) {
      String written = NOTATION.write(paths.absolute(held));
      // Of two of a name, which conditional compilation chooses from, nobody can say which one is meant.
      contents.merge(name.text(), written, (one, other) -> one.equals(other) ? one : "");
    }
  }

  private void readImplementation(SyntaxNode impl, Map<String, Set<String>> traits) {
    SyntaxNode trait = impl.field("trait");
    SyntaxNode type = impl.field("type");
    String traitPath = trait == null ? null : model.fullPathOf(trait);
    String typePath = type == null ? null : model.fullPathOf(type);
    if (traitPath != null && typePath != null) {
      traits.computeIfAbsent(lastSegment(typePath), key -> new LinkedHashSet<>()).add(paths.absolute(traitPath));
    }
  }

  static String lastSegment(String path) {
    return path.substring(path.lastIndexOf(':') + 1);
  }

  /** What a function returns, as facts write it; of an {@code async fn} what awaiting it gives. */
  static String resultOf(@Nullable SyntaxNode returned, RustModel model, AbsolutePaths paths) {
    RustType type = returned == null ? RustType.UNKNOWN : model.typeWritten(returned);
    return type.isKnown() ? NOTATION.write(paths.absolute(type)) : "";
  }
}
