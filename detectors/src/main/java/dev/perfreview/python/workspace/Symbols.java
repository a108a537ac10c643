package dev.perfreview.python.workspace;

import dev.perfreview.semantics.workspace.FileFacts;
import dev.perfreview.semantics.workspace.FunctionFacts;
import dev.perfreview.semantics.workspace.FunctionPlace;
import dev.perfreview.semantics.workspace.TypeFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What full names mean, through imports and re-exports; and what classes inherit. */
final class Symbols {

  /** How many modules are asked for one name; more are something else than re-exports. */
  private static final int MOST_LOOKUPS = 1000;

  private final Modules modules;
  private final Map<String, Optional<Symbol>> found = new ConcurrentHashMap<>();
  private final Collection<FileFacts> files;
  private final Map<String, FileIndex> indexes = new ConcurrentHashMap<>();
  private @Nullable Map<String, List<Symbol.OfClass>> subclasses;

  /** A module that was asked for a name. */
  private record Lookup(String path, String name) {}

  Symbols(Collection<FileFacts> files) {
    this.files = files;
    this.modules = new Modules(files);
  }

  /** What a full name means. */
  @Nullable
  Symbol find(String name) {
    return find(name, Set.of());
  }

  /**
   * What a full name means.
   *
   * @param asked which names were looked up in which modules on the way to this one: modules that re-export each other lead in a circle
   */
  private @Nullable Symbol find(String name, Set<Lookup> asked) {
    Optional<Symbol> known = found.get(name);
    if (known == null) {
      known = Optional.ofNullable(search(name, asked));
      // What was not found on the way from another name may have been cut off there.
      if (asked.isEmpty() || known.isPresent()) {
        found.put(name, known);
      }
    }
    return known.orElse(null);
  }

  private @Nullable Symbol search(String name, Set<Lookup> asked) {
    // The longest module first: `a.b` may be a package's attribute and a module.
    for (int cut = name.lastIndexOf('.'); cut > 0; cut = name.lastIndexOf('.', cut - 1)) {
      FileFacts file = modules.find(name.substring(0, cut));
      if (file != null) {
        Symbol symbol = findIn(file, name.substring(cut + 1), asked);
        if (symbol != null) {
          return symbol;
        }
      }
    }
    return null;
  }

  private @Nullable Symbol findIn(FileFacts file, String name, Set<Lookup> asked) {
    FileIndex index = indexOf(file);
    Symbol declared = index.declared(name);
    if (declared != null) {
      return declared;
    }
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    String rest = dot < 0 ? "" : name.substring(dot);
    Set<Lookup> way = asked.isEmpty() ? new HashSet<>() : asked;
    // Asked again, a module gives nothing either: the first answer would have ended the search.
    if (way.size() > MOST_LOOKUPS || !way.add(new Lookup(file.path(), first))) {
      return null;
    }
    String imported = file.names().get(first);
    if (imported != null && !imported.equals(file.module() + "." + first)) {
      return find(imported + rest, way);
    }
    if (dot > 0 && index.declared(first) instanceof Symbol.OfClass owner) {
      // Only its own: what it inherits is found by names like this one, which may lead in a circle.
      return ownMember(owner, rest.substring(1));
    }
    String wildcards = imported == null ? file.names().get("*") : null;
    if (wildcards != null) {
      for (String module : wildcards.split(" ", -1)) {
        Symbol symbol = find(module + "." + name, way);
        if (symbol != null) {
          return symbol;
        }
      }
    }
    return null;
  }

  private FileIndex indexOf(FileFacts file) {
    // Asked first, for what computes if absent locks to look, and this is asked for each name.
    FileIndex known = indexes.get(file.path());
    return known == null ? indexes.computeIfAbsent(file.path(), path -> new FileIndex(file)) : known;
  }

  /** The method or attribute of a class, inherited ones among them. */
  @Nullable
  Symbol member(Symbol.OfClass owner, String name) {
    for (Symbol.OfClass ancestor : lineage(owner)) {
      Symbol own = ownMember(ancestor, name);
      if (own != null) {
        return own;
      }
    }
    // What a mixin reads is often set by the classes that it is mixed into.
    Symbol agreed = null;
    for (Symbol.OfClass subclass : subclassesOf(owner)) {
      Symbol own = ownMember(subclass, name);
      if (own instanceof Symbol.OfVariable) {
        if (agreed != null && !agreed.equals(own)) {
          return null;
        }
        agreed = own;
      }
    }
    return agreed;
  }

  /** The method or attribute as {@code super()} finds it. */
  @Nullable
  Symbol inheritedMember(Symbol.OfClass owner, String name) {
    for (Symbol.OfClass ancestor : lineage(owner)) {
      Symbol own = ancestor.equals(owner) ? null : ownMember(ancestor, name);
      if (own != null) {
        return own;
      }
    }
    return null;
  }

  private @Nullable Symbol ownMember(Symbol.OfClass owner, String name) {
    FileIndex index = indexOf(owner.file());
    Symbol declared = index.declared(owner.type().name() + "." + name);
    if (declared != null) {
      return declared;
    }
    String type = owner.type().members().get(name);
    return type == null || type.equals("None") ? null : new Symbol.OfVariable(type);
  }

  /** The methods of this name in the classes that inherit from one. */
  List<FunctionPlace> overrides(Symbol.OfClass owner, String name) {
    List<FunctionPlace> overriding = new ArrayList<>();
    for (Symbol.OfClass subclass : subclassesOf(owner)) {
      if (ownMember(subclass, name) instanceof Symbol.OfFunction method) {
        overriding.add(method.place());
      }
    }
    return overriding;
  }

  /** A class and what it inherits from, each before its bases. */
  private Set<Symbol.OfClass> lineage(Symbol.OfClass owner) {
    Set<Symbol.OfClass> seen = new LinkedHashSet<>();
    collectLineage(owner, seen);
    return seen;
  }

  private void collectLineage(Symbol.OfClass owner, Set<Symbol.OfClass> seen) {
    if (!seen.add(owner)) {
      return;
    }
    for (String base : owner.type().bases()) {
      if (find(base) instanceof Symbol.OfClass inherited) {
        collectLineage(inherited, seen);
      }
    }
  }

  private Set<Symbol.OfClass> subclassesOf(Symbol.OfClass owner) {
    Set<Symbol.OfClass> all = new LinkedHashSet<>();
    List<Symbol.OfClass> pending = new ArrayList<>(List.of(owner));
    while (!pending.isEmpty()) {
      for (Symbol.OfClass subclass : directSubclasses().getOrDefault(pending.removeLast().fullName(), List.of())) {
        if (all.add(subclass)) {
          pending.add(subclass);
        }
      }
    }
    return all;
  }

  private synchronized Map<String, List<Symbol.OfClass>> directSubclasses() {
    if (subclasses == null) {
      Map<String, List<Symbol.OfClass>> direct = new HashMap<>();
      for (FileFacts file : files) {
        for (TypeFacts type : file.types()) {
          for (String base : new HashSet<>(type.bases())) {
            if (find(base) instanceof Symbol.OfClass inherited) {
              direct
                .computeIfAbsent(inherited.fullName(), name -> new ArrayList<>())
                .add(new Symbol.OfClass(file, type));
            }
          }
        }
      }
      subclasses = direct;
    }
    return subclasses;
  }

  /** What a file itself declares, by qualified name; of two declarations of a name the last holds, as when the file runs. */
  private static final class FileIndex {

    private final Map<String, Symbol> declared = new HashMap<>();

    FileIndex(FileFacts file) {
      file.variables().forEach((name, type) -> declared.put(name, new Symbol.OfVariable(type)));
      for (TypeFacts type : file.types()) {
        declared.put(type.name(), new Symbol.OfClass(file, type));
      }
      for (FunctionFacts function : file.functions()) {
        declared.put(function.name(), new Symbol.OfFunction(new FunctionPlace(file, function)));
      }
    }

    @Nullable
    Symbol declared(String name) {
      return declared.get(name);
    }
  }
}
