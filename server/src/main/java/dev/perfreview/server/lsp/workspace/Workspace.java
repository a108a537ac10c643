package dev.perfreview.server.lsp.workspace;

import dev.perfreview.analysis.AllRules;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.configuration.ConfigurationLoader;
import dev.perfreview.server.configuration.ConfigurationProblem;
import dev.perfreview.server.lsp.notebook.Cells;
import dev.perfreview.toml.Suggestion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.jspecify.annotations.Nullable;

/** The client's folders and the settings that hold in them, as immutable values that are swapped. */
public final class Workspace {

  private final Cells cells = new Cells();
  /** Written by the reader thread. */
  private volatile Folders folders;
  /** Written by the lane that reads configuration files; nothing until it did so once. */
  private volatile @Nullable Map<Folder, FolderSettings> settings;
  /** Written by that lane after the settings: who reads it first sees settings that are at least as new. */
  private final AtomicLong revision = new AtomicLong();
  private volatile ClientSettings clientSettings = ClientSettings.everywhere(EditorSettings.NONE);

  /** The workspace of a session that starts. */
  public Workspace(Folders folders) {
    this.folders = folders;
  }

  /** Which documents are cells of notebooks. */
  public Cells cells() {
    return cells;
  }

  /** The innermost folder that a document lies in; a cell lies where its notebook does. */
  public Optional<Folder> folderOf(String uri) {
    return folders.folderOf(cells.placeOf(uri));
  }

  /** The folders that are open. */
  public Folders folders() {
    return folders;
  }

  /** Takes a change of the folders. */
  public void change(WorkspaceFoldersChangeEvent event) {
    folders = folders.after(event);
  }

  /** Takes what the editor says of its settings. {@link #load()} puts it in force. */
  public void change(ClientSettings next) {
    clientSettings = next;
  }

  /** Reads the configuration files of all folders and puts them and the editor's settings in force. One thread at a time. */
  public void load() {
    Map<Folder, FolderSettings> last = settings == null ? Map.of() : settings;
    Map<Folder, FolderSettings> next = new HashMap<>();
    for (Folder folder : folders.all()) {
      next.put(folder, FolderSettings.load(folder, clientSettings.of(folder), last.get(folder)));
    }
    settings = Map.copyOf(next);
    revision.incrementAndGet();
  }

  /** Whether any scope makes documents be compared with what they were. */
  public boolean comparesChanges() {
    ClientSettings current = clientSettings;
    return Stream.concat(Stream.of(current.global()), current.byFolder().values().stream()).anyMatch(
      editor -> editor.scope() != Scope.ALL
    );
  }

  /** Has everything judged anew, as by other settings: what documents are compared with is something else. */
  public void comparedAnew() {
    revision.incrementAndGet();
  }

  /** How often settings, or what documents are compared with, changed; 0 while no settings are known. */
  public long revision() {
    return revision.get();
  }

  /** What is wrong with the configuration files. */
  public List<ConfigurationProblem> problems() {
    Map<Folder, FolderSettings> current = settings;
    return current == null
      ? List.of()
      : current
          .values()
          .stream()
          .flatMap(folder -> folder.problems().stream())
          .distinct()
          .toList();
  }

  /** Whether settings are read from a file: one that can configure a folder, or one that such a file extends. */
  public boolean isConfiguration(String uri) {
    String path = DocumentUri.pathOf(uri);
    if (ConfigurationLoader.fileNames().contains(path.substring(path.lastIndexOf('/') + 1))) {
      return true;
    }
    Map<Folder, FolderSettings> current = settings;
    Optional<Path> file = DocumentUri.fileOf(uri).map(Path::normalize);
    return (
      current != null &&
      file.isPresent() &&
      current
        .values()
        .stream()
        .anyMatch(folder -> folder.files().contains(file.get()))
    );
  }

  /** All rules: the built-in ones and those of the folders' configurations. */
  public List<RuleInfo> rules() {
    return Stream.concat(
      AllRules.infos().stream(),
      folders
        .all()
        .stream()
        .flatMap(folder -> configurationOf(folder).analysis().userRules().infos().stream())
        .distinct()
    ).toList();
  }

  /** The ids that the editor's settings have levels for although no rule has them, each with the one that it resembles. */
  public Map<String, String> unknownRules() {
    Set<String> known = rules().stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
    Map<String, String> unknown = new TreeMap<>();
    Stream.concat(Stream.of(clientSettings.global()), clientSettings.byFolder().values().stream())
      .flatMap(editor -> editor.ruleLevels().byRule().keySet().stream())
      .filter(id -> !known.contains(id))
      .forEach(id -> unknown.put(id, Suggestion.of(id, known)));
    return unknown;
  }

  /** The path of a document from its folder, which decides its heat. */
  public String pathOf(String uri) {
    return folders.pathOf(cells.placeOf(uri));
  }

  /** The settings that hold in a folder. */
  public Configuration configurationOf(Folder folder) {
    Map<Folder, FolderSettings> current = settings;
    FolderSettings known = current == null ? null : current.get(folder);
    return known == null ? clientSettings.global().asConfiguration() : known.inForce();
  }

  /** What the editor's settings say for a document or a folder, whatever the configuration files say. */
  public Configuration editorConfigurationOf(String uri) {
    return editorSettingsOf(uri).asConfiguration();
  }

  /** Which findings of a document are shown, by whether their lines have changed. */
  public Scope scopeOf(String uri) {
    return editorSettingsOf(uri).scope();
  }

  private EditorSettings editorSettingsOf(String uri) {
    ClientSettings current = clientSettings;
    return folderOf(uri).map(current::of).orElseGet(current::global);
  }

  /** The settings that hold for a document: its innermost folder's, or the editor's where it lies in none. */
  public Configuration configurationOf(String uri) {
    return folderOf(uri)
      .map(this::configurationOf)
      .orElseGet(() -> clientSettings.global().asConfiguration());
  }
}
