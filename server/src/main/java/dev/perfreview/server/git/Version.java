package dev.perfreview.server.git;

import org.eclipse.jgit.lib.ObjectId;

/** One version of all files of a repository. */
public sealed interface Version {
  /** How a report names it. */
  String name();

  /**
   * A commit.
   *
   * @param id its id
   * @param name what the user called it, in backquotes, and how its id starts
   */
  record Commit(ObjectId id, String name) implements Version {}

  /** No file at all: what there was before the first commit. */
  record Nothing() implements Version {
    @Override
    public String name() {
      return "nothing";
    }
  }

  /** What the next commit would hold. */
  record Staged() implements Version {
    @Override
    public String name() {
      return "what is staged";
    }
  }

  /** The files as they lie in the folder, new ones among them unless they are ignored. */
  record WorkingTree() implements Version {
    @Override
    public String name() {
      return "the working tree";
    }
  }
}
