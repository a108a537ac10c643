package dev.perfreview.rust.workspace;

import dev.perfreview.rust.RustType;
import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.FunctionFacts;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.semantics.workspace.Linker;
import dev.perfreview.semantics.workspace.TypeFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Links the names, types and calls of Rust files.
 *
 * <p>The notation of references: the full path of a function, {@code /lib/llm::backend::decode}, or of a type with one of its methods, {@code
 * /lib/llm::backend::Backend.decode}. What comes from another crate keeps that crate's name in place of its folder.
 */
public final class RustLinker implements Linker {

  /** A method that more types implement than this is taken for unknown. */
  private static final int MOST_IMPLEMENTATIONS = 8;

  private final Crates crates;
  private final Map<String, List<Declared<FunctionPlace>>> functions = new HashMap<>();
  private final Map<String, List<Declared<TypeFacts>>> types = new HashMap<>();
  private final Map<String, List<String>> implementations = new HashMap<>();
  private final Map<String, List<FunctionPlace>> known = new ConcurrentHashMap<>();

  /** An item and where it is declared. */
  private record Declared<T>(ModulePath module, T item) {}

  /** Links the Rust files of a workspace. */
  public RustLinker(Collection<FileFacts> files) {
    crates = new Crates(files);
    for (FileFacts file : files) {
      ModulePath module = ModulePath.of(file.path());
      for (FunctionFacts function : file.functions()) {
        functions
          .computeIfAbsent(function.name(), name -> new ArrayList<>())
          .add(new Declared<>(module, new FunctionPlace(file, function)));
      }
      for (TypeFacts type : file.types()) {
        types.computeIfAbsent(type.name(), name -> new ArrayList<>()).add(new Declared<>(module, type));
        for (String trait : type.bases()) {
          implementations.computeIfAbsent(RustFacts.lastSegment(trait), name -> new ArrayList<>()).add(type.name());
        }
      }
    }
  }

  @Override
  public List<FunctionPlace> targets(String callee) {
    return known.computeIfAbsent(callee, this::find);
  }

  /** The type of a struct's field; nothing when the workspace does not tell. */
  public @Nullable RustType fieldType(String structPath, String field) {
    TypeFacts struct = type(structPath);
    String type = struct == null ? null : struct.members().get(field);
    return type == null ? null : RustFacts.NOTATION.read(type);
  }

  /** The type of all that a clone of a struct or enum copies; nothing when the workspace does not tell. */
  public @Nullable RustType contents(String path) {
    TypeFacts type = type(path);
    return type == null || type.contents().isEmpty() ? null : RustFacts.NOTATION.read(type.contents());
  }

  private @Nullable TypeFacts type(String path) {
    int cut = path.lastIndexOf("::");
    return only(types.getOrDefault(RustFacts.lastSegment(path), List.of()), cut < 0 ? "" : path.substring(0, cut));
  }

  private List<FunctionPlace> find(String callee) {
    int cut = callee.lastIndexOf("::");
    String name = cut < 0 ? callee : callee.substring(cut + 2);
    String around = cut < 0 ? "" : callee.substring(0, cut);
    FunctionPlace declared = only(functions.getOrDefault(name, List.of()), around);
    if (declared != null) {
      return List.of(declared);
    }
    int dot = name.indexOf('.');
    return dot < 0 ? List.of() : implementationsOf(name.substring(0, dot), name.substring(dot + 1), around);
  }

  /** The methods that a call on a trait object may run. */
  private List<FunctionPlace> implementationsOf(String trait, String method, String around) {
    List<FunctionPlace> found = new ArrayList<>();
    for (String type : implementations.getOrDefault(trait, List.of())) {
      FunctionPlace place = only(functions.getOrDefault(type + "." + method, List.of()), around);
      if (place != null) {
        found.add(place);
      }
    }
    return found.size() > MOST_IMPLEMENTATIONS ? List.of() : List.copyOf(found);
  }

  /**
   * The one of several items of a name that a path means. Modules re-export each other's items, so the crate decides, and the module only
   * where the crate has several.
   */
  private <T> @Nullable T only(List<Declared<T>> candidates, String around) {
    String crate = crates.folderOf(around);
    if (crate == null) {
      return null;
    }
    T found = null;
    T exact = null;
    int count = 0;
    for (Declared<T> candidate : candidates) {
      if (candidate.module().crate().equals(crate)) {
        found = candidate.item();
        count++;
        if (
          candidate
            .module()
            .own("")
            .equals(around + "::")
        ) {
          exact = candidate.item();
        }
      }
    }
    return exact != null ? exact : count == 1 ? found : null;
  }
}
