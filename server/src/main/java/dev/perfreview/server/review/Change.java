package dev.perfreview.server.review;

import dev.perfreview.server.scan.Outcome;
import dev.perfreview.syntax.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change under review.
 *
 * @param root the folder that its paths are told from: that of the repository
 * @param base how a report names the version that it starts from
 * @param head how it names the version that it leads to
 * @param sources the Python and Rust files that it touches, in the order of their paths
 * @param paths all files that it touches, from the root, with {@code /}
 * @param messages the messages of its commits, the newest first
 * @param onTopOfDisk what makes the files on the disk the later version: the text of each that differs from it, nothing for one
 *     that the version does not have
 * @param problems files of it that cannot be read
 */
public record Change(
  Path root,
  String base,
  String head,
  List<ChangedFile> sources,
  List<String> paths,
  List<String> messages,
  Map<Path, Optional<SourceText>> onTopOfDisk,
  List<Outcome.Problem> problems
) {
  public Change {
    sources = List.copyOf(sources);
    paths = List.copyOf(paths);
    messages = List.copyOf(messages);
    onTopOfDisk = Map.copyOf(onTopOfDisk);
    problems = List.copyOf(problems);
  }
}
