package dev.perfreview.server.cli;

import com.google.gson.stream.JsonWriter;
import dev.perfreview.analysis.FunctionHeat;
import dev.perfreview.analysis.Surroundings;
import dev.perfreview.heat.HotPath;
import dev.perfreview.heat.HotPaths;
import dev.perfreview.server.scan.Target;
import dev.perfreview.server.scan.UnreadableSourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what {@code hot-paths} tells for programs, such as an editor's extension. */
final class HotPathsJson {

  private HotPathsJson() {}

  /** An array of the hot paths: {@code id}, {@code heat}, {@code description}. */
  static void writeAll(HotPaths hotPaths, PrintWriter out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.beginArray();
    for (HotPath entry : hotPaths.entries()) {
      json.beginObject();
      json.name("id").value(entry.id());
      json.name("heat").value(HotPathsCommand.word(entry.heat()));
      json.name("description").value(entry.description());
      json.endObject();
    }
    json.endArray();
    json.flush();
    out.println();
  }

  /**
   * An array of files: {@code path}, {@code hotPaths} (the ids of those that its path lies on) and, where the surroundings are known, {@code functions} with
   * {@code name}, {@code line} from one, {@code heat} and {@code reason}.
   */
  static void writeFiles(List<Target> targets, @Nullable Surroundings surroundings, PrintWriter out)
    throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.beginArray();
    for (Target target : targets) {
      json.beginObject();
      json.name("path").value(target.path());
      json.name("hotPaths").beginArray();
      for (HotPathsCommand.Match match : HotPathsCommand.matchesOf(target)) {
        json.value(match.hotPath().id());
      }
      json.endArray();
      if (surroundings != null) {
        writeFunctions(target, surroundings, json);
      }
      json.endObject();
    }
    json.endArray();
    json.flush();
    out.println();
  }

  private static void writeFunctions(Target target, Surroundings surroundings, JsonWriter json) throws IOException {
    List<FunctionHeat> functions;
    try {
      functions = HotPathsCommand.functionsOf(target, surroundings);
    } catch (UnreadableSourceException unreadable) {
      json.name("problem").value(unreadable.getMessage());
      return;
    }
    json.name("functions").beginArray();
    for (FunctionHeat function : functions) {
      json.beginObject();
      json.name("name").value(function.function().qualifiedName());
      json.name("line").value(HotPathsCommand.lineOf(function));
      json.name("heat").value(HotPathsCommand.word(function.heat().heat()));
      if (function.heat().reason() != null) {
        json.name("reason").value(function.heat().reason());
      }
      json.endObject();
    }
    json.endArray();
  }
}
