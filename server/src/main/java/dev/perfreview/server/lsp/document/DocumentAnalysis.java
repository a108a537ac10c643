package dev.perfreview.server.lsp.document;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;

/**
 * What the analysis of one version of a document came to. Immutable; requests are answered from it without analysing again.
 *
 * @param number tells analyses apart within a session: the same version is analysed again when settings change
 * @param document the version that was analysed
 * @param syntax its syntax
 * @param path the path that decided its heat
 * @param configuration the settings that held
 * @param findings those that are shown, in the order of the text
 */
public record DocumentAnalysis(
  long number,
  DocumentSnapshot document,
  SyntaxSnapshot syntax,
  String path,
  Configuration configuration,
  List<ReportedFinding> findings
) {}
