package dev.perfreview.server.starter;

import dev.perfreview.syntax.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a first configuration: what was found is in force, what a person must decide is in comments that can be uncommented. */
public final class StarterConfiguration {

  /** More candidates are only counted: nobody reads a list of fifty. */
  static final int MOST_CANDIDATES = 12;

  /** More folders and globs than this would be a list that nobody keeps. */
  private static final int MOST_EXCLUSIONS = 20;

  private final Survey survey;
  private final StringBuilder text = new StringBuilder();

  private StarterConfiguration(Survey survey) {
    this.survey = survey;
  }

  /** The text of {@code perf-review.toml} for a folder. */
  public static String of(Survey survey) {
    StarterConfiguration starter = new StarterConfiguration(survey);
    starter.write();
    return starter.text.toString();
  }

  private void write() {
    comment(
      "Settings of perf-review for all files below this folder. docs/configuration.md of perf-review describes them."
    );
    comment("`perf-review init` looked at " + filesInWords() + ".");
    writeProfiles();
    writeExclusions();
    writeQuieting();
    writeHotPaths();
    writeRule();
  }

  private String filesInWords() {
    List<String> counts = new ArrayList<>();
    for (Language language : Language.values()) {
      int count = survey.files().getOrDefault(language, 0);
      if (count > 0) {
        String name = language == Language.PYTHON ? "Python" : "Rust";
        counts.add(counted(count, name + " file"));
      }
    }
    return counts.isEmpty() ? "a folder with neither Python nor Rust of its own" : String.join(" and ", counts);
  }

  private void writeProfiles() {
    line();
    if (survey.systems().isEmpty()) {
      comment(
        "None of the serving systems with built-in hot paths was recognised (SGLang, Dynamo, vLLM, TGI), so all of them stay in force."
      );
      comment("`profiles = []` would leave your own [[hot-path]] tables alone in force.");
      comment("profiles = [\"dynamo\", \"sglang\", \"tgi\", \"vllm\"]");
      return;
    }
    comment(
      "The built-in hot paths in force: those of what this looks like. `perf-review hot-paths FILE` shows which speak of a file."
    );
    survey
      .systems()
      .forEach((system, files) -> comment("  " + nameOf(system) + ": " + counted(files, "file") + " on its hot paths"));
    line("profiles = " + array(survey.profiles()));
  }

  private static String nameOf(String system) {
    return switch (system) {
      case "dynamo" -> "Dynamo";
      case "sglang" -> "SGLang";
      case "tgi" -> "TGI";
      case "vllm" -> "vLLM";
      default -> system;
    };
  }

  private void writeExclusions() {
    line();
    if (survey.exclusions() == 0) {
      comment("Files and folders that are not reviewed. No third-party and no generated code was found.");
      comment("exclude = [\"/third_party\", \"*_pb2.py\"]");
    } else {
      comment("Files and folders that are not reviewed.");
      line("exclude = [");
      int written = 0;
      for (Map.Entry<String, Integer> folder : survey.thirdParty().entrySet()) {
        written += writeExclusion(
          "/" + folder.getKey(),
          counted(folder.getValue(), "file") + " of third parties",
          written
        );
      }
      for (Map.Entry<String, Integer> glob : survey.generated().entrySet()) {
        written += writeExclusion(glob.getKey(), counted(glob.getValue(), "generated file"), written);
      }
      int left = survey.exclusions() - written;
      if (left > 0) {
        line("  # and " + left + " more such places, which are too many to list");
      }
      line("]");
    }
    if (!survey.coldFiles().isEmpty()) {
      String kinds = survey
        .coldFiles()
        .entrySet()
        .stream()
        .map(entry -> counted(entry.getValue(), "file") + " (" + entry.getKey() + ")")
        .collect(Collectors.joining(", "));
      comment("Cold by their paths, so that what is found there is a hint and they need not be excluded:");
      comment("  " + kinds);
    }
  }

  private int writeExclusion(String glob, String why, int written) {
    if (written >= MOST_EXCLUSIONS) {
      return 0;
    }
    line("  " + string(glob) + ", # " + why);
    return 1;
  }

  private void writeQuieting() {
    line();
    comment("Findings of less impact are not shown: negligible, minor, moderate or significant.");
    comment("min-impact = \"minor\"");
    line();
    comment(
      "The loudest that an editor shows the findings of a rule, or \"off\". `perf-review rules` lists the rules."
    );
    comment("[rule-levels]");
    comment("regex-per-call = \"hint\"");
    line();
    comment("Other settings for some files, such as old code that nobody mends.");
    comment("[[per-path]]");
    comment("paths = [\"legacy\"]");
    comment("min-impact = \"significant\"");
  }

  private void writeHotPaths() {
    line();
    List<Candidate> candidates = survey.candidates();
    if (candidates.isEmpty()) {
      comment(
        "Hot paths of your own: code that runs for each request, event, step or token. None was guessed; this is what one looks like."
      );
      writeHotPath(
        new Candidate("streaming", "token", "gateway/stream.py", List.of(), "an example: it relays each token")
      );
      return;
    }
    comment(
      "Hot paths of your own. " +
        counted(candidates.size(), "place") +
        " may be hot by the look of the code, and no built-in hot path names them. Whether they are only you can say:"
    );
    comment("uncomment what runs for each request, event, step or token, and set its heat.");
    candidates.stream().limit(MOST_CANDIDATES).forEach(this::writeHotPath);
    if (candidates.size() > MOST_CANDIDATES) {
      line();
      comment("And " + (candidates.size() - MOST_CANDIDATES) + " more:");
      candidates
        .stream()
        .skip(MOST_CANDIDATES)
        .limit(MOST_EXCLUSIONS)
        .forEach(candidate -> comment("  " + candidate.path() + ": " + candidate.why()));
      int left = candidates.size() - MOST_CANDIDATES - MOST_EXCLUSIONS;
      if (left > 0) {
        comment("  and " + left + " others");
      }
    }
  }

  private void writeHotPath(Candidate candidate) {
    line();
    comment("[[hot-path]] # " + candidate.why());
    comment("id = " + string(candidate.id()));
    comment("heat = " + string(candidate.heat()));
    comment("paths = " + array(List.of(candidate.path())));
    if (!candidate.symbols().isEmpty()) {
      comment("symbols = " + array(candidate.symbols()));
    }
  }

  private void writeRule() {
    line();
    comment("A rule of your own: a tree-sitter query and what to say of it. docs/user-rules.md has more.");
    comment("[[rule]]");
    comment("id = \"pickled-message\"");
    comment("language = \"python\"");
    comment(
      "query = '((call function: (attribute attribute: (identifier) @name)) @finding (#eq? @name \"send_pyobj\"))'"
    );
    comment("message = \"`{name}` pickles each message; encode a struct once\"");
    comment("cost = \"allocation\"");
    comment("hot-only = true");
  }

  private static String counted(int count, String noun) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
  }

  private static String array(List<String> values) {
    return values
      .stream()
      .map(StarterConfiguration::string)
      .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String string(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void comment(String words) {
    line("# " + words);
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private void line() {
    text.append('\n');
  }
}
