package dev.perfreview.server.review;

import dev.perfreview.server.git.Differences;
import dev.perfreview.server.git.FileDifference;
import dev.perfreview.server.git.GitException;
import dev.perfreview.server.git.GitRepository;
import dev.perfreview.server.git.Version;
import dev.perfreview.server.git.VersionedFiles;
import dev.perfreview.server.scan.Outcome;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the change between two versions of a repository. */
public final class GitChange {

  private final GitRepository repository;
  private final Version base;
  private final Version head;
  private final VersionedFiles earlier;
  private final VersionedFiles later;
  private final List<Outcome.Problem> problems = new ArrayList<>();

  private GitChange(GitRepository repository, ChangeSpecification.Ends ends) throws GitException {
    this.repository = repository;
    base = ends.base();
    head = ends.head();
    earlier = VersionedFiles.of(repository, base);
    later = VersionedFiles.of(repository, head);
  }

  /**
   * Reads it.
   *
   * @param ends where it starts and where it leads
   * @throws GitException when one of the versions cannot be read
   */
  public static Change between(GitRepository repository, ChangeSpecification.Ends ends) throws GitException {
    return new GitChange(repository, ends).read();
  }

  /**
   * Reads it with what an editor has not saved on top of the working tree.
   *
   * @param unsaved the texts of open documents by their files; they take no part in a change that does not lead to the working tree
   * @throws GitException when one of the versions cannot be read
   */
  public static Change between(GitRepository repository, ChangeSpecification.Ends ends, Map<Path, SourceText> unsaved)
    throws GitException {
    Change saved = between(repository, ends);
    return ends.head() instanceof Version.WorkingTree
      ? new UnsavedTexts(saved, VersionedFiles.of(repository, ends.base())).applied(unsaved)
      : saved;
  }

  private Change read() throws GitException {
    List<ChangedFile> sources = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (FileDifference difference : Differences.between(repository, base, head)) {
      paths.add(difference.path());
      FileText before = read(earlier, difference.before());
      FileText after = read(later, difference.after());
      if (before != null || after != null) {
        sources.add(new ChangedFile(before, after));
      }
    }
    if (head instanceof Version.Staged) {
      for (String path : repository.conflicts()) {
        problems.add(
          new Outcome.Problem(repository.root().resolve(path), "has a merge conflict, and nothing of it is staged")
        );
      }
    }
    return new Change(repository.root(), base.name(), head.name(), sources, paths, messages(), onTopOfDisk(), problems);
  }

  private @Nullable FileText read(VersionedFiles version, @Nullable String path) {
    if (path == null || Language.ofFileName(path).isEmpty()) {
      return null;
    }
    Path file = repository.root().resolve(path);
    try {
      return new FileText(file, version.textOf(path));
    } catch (UnreadableSourceException unreadable) {
      problems.add(new Outcome.Problem(file, String.valueOf(unreadable.getMessage())));
      return null;
    }
  }

  private List<String> messages() throws GitException {
    Optional<Version.Commit> tip = head instanceof Version.Commit commit ? Optional.of(commit) : repository.head();
    return tip.isPresent() && base instanceof Version.Commit start
      ? repository.messagesBetween(start, tip.get())
      : List.of();
  }

  private Map<Path, Optional<SourceText>> onTopOfDisk() throws GitException {
    Map<Path, Optional<SourceText>> texts = new HashMap<>();
    if (head instanceof Version.WorkingTree) {
      return texts;
    }
    for (FileDifference difference : Differences.between(repository, head, new Version.WorkingTree())) {
      if (difference.after() != null) {
        texts.putIfAbsent(repository.root().resolve(difference.after()), Optional.empty());
      }
      String path = difference.before();
      if (path != null && Language.ofFileName(path).isPresent()) {
        try {
          texts.put(repository.root().resolve(path), Optional.of(later.textOf(path)));
        } catch (UnreadableSourceException unreadable) {
          // Told already if the change touches it; else it is as good as not there.
          texts.put(repository.root().resolve(path), Optional.empty());
        }
      }
    }
    return texts;
  }
}
