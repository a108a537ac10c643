package dev.perfreview.server.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;

/**
 * A baseline as a file that people review: a finding a line, in the order of the files, without anything that changes when the code does not.
 *
 * @param folder where the file lies: paths are told from here
 */
public record BaselineFile(Path folder) implements ReportFormat {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  @Override
  public void write(Report report, Appendable out) throws IOException {
    out.append("{\n  \"schema\": ").append(String.valueOf(JsonReport.SCHEMA)).append(",\n  \"findings\": [");
    Iterator<Map.Entry<Baseline.Entry, Integer>> entries = Baseline.entriesOf(report, folder).entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Baseline.Entry, Integer> entry = entries.next();
      JsonObject line = new JsonObject();
      line.addProperty("path", entry.getKey().path());
      line.addProperty("rule", entry.getKey().rule());
      line.addProperty("code", entry.getKey().code());
      if (entry.getValue() > 1) {
        line.addProperty("count", entry.getValue());
      }
      out
        .append("\n    ")
        .append(GSON.toJson(line))
        .append(entries.hasNext() ? "," : "\n  ");
    }
    out.append("]\n}\n");
  }
}
