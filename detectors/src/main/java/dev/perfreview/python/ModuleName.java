package dev.perfreview.python;

/**
 * The full name of a module: its path from the workspace folder, written with dots. It is not the name that programs import it by, which
 * depends on how they are started; that is the end of this one.
 *
 * @param name {@code python.sglang.srt.managers.scheduler}; empty when the file's place is not known
 * @param isPackage whether the file is a package's {@code __init__.py}
 */
public record ModuleName(String name, boolean isPackage) {
  /** Of a file whose place is not known. */
  public static final ModuleName NOWHERE = new ModuleName("", false);

  private static final String PACKAGE_FILE = "__init__";

  /** The name of the module in a file, by its path from the workspace folder with {@code /}. */
  public static ModuleName of(String path) {
    int dot = path.lastIndexOf('.');
    String stem = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    String name = stem.replace('.', '_').replace('/', '.');
    if (name.equals(PACKAGE_FILE)) {
      return new ModuleName("", true);
    }
    return name.endsWith("." + PACKAGE_FILE)
      ? new ModuleName(name.substring(0, name.length() - PACKAGE_FILE.length() - 1), true)
      : new ModuleName(name, false);
  }

  /** The full name of a function or class of this module, by its qualified name in the file. */
  public String own(String qualifiedName) {
    return name.isEmpty() ? qualifiedName : name + "." + qualifiedName;
  }

  /** What a name means that an import gives with leading dots ({@code .cache.Cache}); others mean themselves. */
  public String absolute(String imported) {
    if (!imported.startsWith(".") || name.isEmpty()) {
      return imported;
    }
    int dots = 0;
    while (dots < imported.length() && imported.charAt(dots) == '.') {
      dots++;
    }
    String around = name;
    for (int level = isPackage ? 1 : 0; level < dots; level++) {
      int cut = around.lastIndexOf('.');
      around = cut < 0 ? "" : around.substring(0, cut);
    }
    String rest = imported.substring(dots);
    return around.isEmpty() ? rest : around + "." + rest;
  }
}
