package dev.perfreview.server.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;

/** The published schema takes what the loader takes. */
class ConfigurationSchemaTest {

  private static List<String> errors(String toml) throws IOException {
    Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(
      Files.readString(Path.of("../docs/perf-review.schema.json")),
      InputFormat.JSON
    );
    return schema.validate(Toml.parse(toml).toJson(), InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @Test
  void takesTheSampleWorkspacesConfiguration() throws IOException {
    assertEquals(List.of(), errors(Files.readString(Path.of("../examples/perf-review.toml"))));
  }

  @Test
  void takesTheBuiltInProfiles() throws IOException {
    for (String profile : List.of("common", "dynamo", "sglang", "tgi", "vllm")) {
      Path file = Path.of("../detectors/src/main/resources/hotpaths", profile + ".toml");
      assertEquals(List.of(), errors(Files.readString(file)), profile);
    }
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "selct = []",
      "min-impact = 'loud'",
      "exclude = 'a'",
      "[rule-levels]\nlist-pop-front = 'loud'",
      "[[hot-path]]\nid = 'x'\nheat = 'step'",
      "[[hot-path]]\nid = 'x'\npaths = ['a']",
      "[[hot-path]]\nid = 'x'\nheat = 'hot'\npaths = ['a']",
    }
  )
  void refusesWhatTheLoaderRefuses(String toml) throws IOException {
    assertFalse(errors(toml).isEmpty());
  }
}
