package dev.perfreview.server.lsp.workspace;

import java.util.Locale;

/** Which findings the user wants to see, by whether their lines are new or changed since the base: the setting {@code perfReview.scope}. */
public enum Scope {
  /** All, wherever they are. Nothing is compared, and no repository is read. */
  ALL,
  /** All; those on lines that are new or changed say so. */
  MARK,
  /** Only those on lines that are new or changed: what a person with a large old code base wants. */
  CHANGED;

  /** The word in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
