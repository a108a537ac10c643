package dev.perfreview.rust.workspace;

/**
 * Where a file stands among the crates of a workspace.
 *
 * @param crate the folder of its crate, with a leading {@code /}: {@code /lib/kv-router}
 * @param module the modules from the crate's root down, joined by {@code ::}; empty for the root
 */
record ModulePath(String crate, String module) {
  /** Of a file by its path from the workspace folder. Each program in {@code tests}, {@code benches} or {@code examples} is a crate of its own. */
  static ModulePath of(String path) {
    String stem = path.endsWith(".rs") ? path.substring(0, path.length() - 3) : path;
    String below = "/" + stem;
    int src = below.lastIndexOf("/src/");
    if (src < 0) {
      return new ModulePath(below, "");
    }
    String module = below.substring(src + "/src/".length()).replace("/", "::");
    if (module.equals("lib") || module.equals("main") || module.equals("mod")) {
      module = "";
    } else if (module.endsWith("::mod")) {
      module = module.substring(0, module.length() - "::mod".length());
    }
    String crate = below.substring(0, src);
    return new ModulePath(crate.isEmpty() ? "/" : crate, module);
  }

  /** The full path of an item of this module. */
  String own(String item) {
    return module.isEmpty() ? crate + "::" + item : crate + "::" + module + "::" + item;
  }

  /** A path with {@code crate}, {@code self} and {@code super} at its start written out; others stay as they are. */
  String absolute(String path) {
    if (path.startsWith("crate::")) {
      return crate + path.substring("crate".length());
    }
    if (path.startsWith("self::")) {
      return own(path.substring("self::".length()));
    }
    String around = module;
    String rest = path;
    while (rest.startsWith("super::")) {
      int cut = around.lastIndexOf("::");
      around = cut < 0 ? "" : around.substring(0, cut);
      rest = rest.substring("super::".length());
    }
    return rest.equals(path) ? path : new ModulePath(crate, around).own(rest);
  }
}
