package dev.perfreview.server.report;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Findings that are known already, so that only new ones are shown.
 *
 * @param fingerprints theirs
 */
public record Baseline(Set<String> fingerprints) {
  /** Nothing is known. */
  public static final Baseline EMPTY = new Baseline(Set.of());

  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  /**
   * Reads a report that {@link JsonReport} wrote.
   *
   * @throws IOException when the file cannot be read or is no JSON
   * @throws IllegalArgumentException when it is JSON but no such report
   */
  public static Baseline read(Path file) throws IOException {
    Set<String> fingerprints = new HashSet<>();
    boolean known = false;
    try (Reader reader = Files.newBufferedReader(file); JsonReader json = new JsonReader(reader)) {
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "schema" -> known = json.nextInt() == JsonReport.SCHEMA;
          case "findings" -> readFindings(json, fingerprints);
          default -> json.skipValue();
        }
      }
      json.endObject();
    } catch (IllegalStateException otherShape) {
      throw new IllegalArgumentException("it is no report of perf-review", otherShape);
    }
    if (!known) {
      throw new IllegalArgumentException("it is no report that this version of perf-review can read");
    }
    return new Baseline(fingerprints);
  }

  private static void readFindings(JsonReader json, Set<String> fingerprints) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginObject();
      while (json.hasNext()) {
        if (json.nextName().equals("fingerprint") && json.peek() == JsonToken.STRING) {
          fingerprints.add(json.nextString());
        } else {
          json.skipValue();
        }
      }
      json.endObject();
    }
    json.endArray();
  }

  /** Whether a finding is known. */
  public boolean contains(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }
}
