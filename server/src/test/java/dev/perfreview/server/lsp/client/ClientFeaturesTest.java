package dev.perfreview.server.lsp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientFeaturesTest {

  /** Neovim, which is told not to pull, says null where others say nothing. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = { "{}|true", "null|false" })
  void aClientPullsDiagnosticsIfItSaysHow(String diagnostic, boolean pulls) {
    String capabilities =
      "{\"textDocument\": {\"diagnostic\": " +
      diagnostic +
      "}, \"workspace\": {\"diagnostics\": {\"refreshSupport\": true}}}";
    assertEquals(pulls, ClientFeatures.of(JsonParser.parseString(capabilities).getAsJsonObject()).pullsDiagnostics());
  }
}
