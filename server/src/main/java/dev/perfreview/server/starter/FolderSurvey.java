package dev.perfreview.server.starter;

import dev.perfreview.heat.FileHeat;
import dev.perfreview.heat.Heat;
import dev.perfreview.heat.HotPath;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.heat.Profile;
import dev.perfreview.server.scan.SideBySide;
import dev.perfreview.server.scan.SourceFile;
import dev.perfreview.server.scan.SourceFiles;
import dev.perfreview.server.scan.UnreadableSourceException;
import dev.perfreview.syntax.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at a folder: at the names of its files and, in those that are its own, for event loops. */
public final class FolderSurvey {

  private final Path folder;
  private final Map<Language, Integer> files = new EnumMap<>(Language.class);
  private final Map<String, Integer> thirdParty = new TreeMap<>();
  private final Map<String, Integer> generated = new TreeMap<>();
  private final Map<String, Integer> coldFiles = new TreeMap<>();

  private FolderSurvey(Path folder) {
    this.folder = folder;
  }

  /**
   * What reading a file told.
   *
   * @param path from the folder
   * @param language its language
   * @param isGenerated whether it says that a program made it
   * @param loops its functions with event loops
   */
  private record Look(String path, Language language, boolean isGenerated, List<String> loops) {}

  /**
   * Looks at a folder.
   *
   * @param folder absolute
   * @throws IOException when it cannot be listed
   */
  public static Survey of(Path folder) throws IOException, InterruptedException {
    return new FolderSurvey(folder).survey();
  }

  private Survey survey() throws IOException, InterruptedException {
    List<Path> own = new ArrayList<>();
    for (Path file : SourceFiles.below(folder, path -> false, (unlisted, failure) -> {})) {
      String path = pathOf(file);
      Optional<String> foreign = OtherPeoplesCode.thirdPartyFolderOf(path);
      Optional<String> made = OtherPeoplesCode.generatorsGlobOf(path);
      if (foreign.isPresent()) {
        thirdParty.merge(foreign.get(), 1, Integer::sum);
      } else if (made.isPresent()) {
        generated.merge(made.get(), 1, Integer::sum);
      } else {
        own.add(file);
      }
    }
    List<Look> looks = SideBySide.map(own, this::look);
    List<String> written = pathsOf(looks, false);
    generated.putAll(OtherPeoplesCode.globsOf(pathsOf(looks, true), written));
    Map<String, Integer> systems = ServingSystems.among(written);
    HotPaths hotPaths = HotPaths.of(systems.isEmpty() ? Profile.NAMES : List.copyOf(systems.keySet()), List.of());
    List<HotPath> always = HotPaths.of(List.of(), List.of()).entries();
    List<Look> possiblyHot = new ArrayList<>();
    for (Look look : looks) {
      if (!look.isGenerated()) {
        files.merge(look.language(), 1, Integer::sum);
        Optional<HotPath> cold = always
          .stream()
          .filter(entry ->
            entry
              .paths()
              .stream()
              .anyMatch(glob -> glob.matches(look.path()))
          )
          .findFirst();
        cold.ifPresentOrElse(entry -> coldFiles.merge(entry.id(), 1, Integer::sum), () -> possiblyHot.add(look));
      }
    }
    return new Survey(files, systems, thirdParty, generated, coldFiles, candidates(possiblyHot, hotPaths));
  }

  private Look look(Path file) {
    String path = pathOf(file);
    Language language = Language.ofFileName(path).orElseThrow();
    try {
      String text = SourceFile.read(file).text().string();
      boolean isGenerated = OtherPeoplesCode.saysThatItIsGenerated(text);
      return new Look(path, language, isGenerated, isGenerated ? List.of() : EventLoops.in(path, language, text));
    } catch (UnreadableSourceException unreadable) {
      return new Look(path, language, false, List.of());
    }
  }

  private static List<String> pathsOf(List<Look> looks, boolean generated) {
    return looks
      .stream()
      .filter(look -> look.isGenerated() == generated)
      .map(Look::path)
      .toList();
  }

  private static List<Candidate> candidates(List<Look> looks, HotPaths hotPaths) {
    Candidates candidates = new Candidates();
    for (Look look : looks) {
      FileHeat heat = hotPaths.of(look.path());
      candidates.addLoops(
        look.path(),
        look
          .loops()
          .stream()
          .filter(function -> heat.ofFunction(function).heat() == Heat.UNLISTED)
          .toList()
      );
    }
    for (Look look : looks) {
      if (hotPaths.of(look.path()).ofFunction("any_function").heat() == Heat.UNLISTED) {
        candidates.addByName(look.path());
      }
    }
    return candidates.all();
  }

  private String pathOf(Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}
