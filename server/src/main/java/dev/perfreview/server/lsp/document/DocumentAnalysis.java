package dev.perfreview.server.lsp.document;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.server.configuration.Configuration;
import dev.perfreview.server.lsp.workspace.Folder;
import dev.perfreview.server.lsp.workspace.Scope;
import dev.perfreview.server.review.LineMap;
import dev.perfreview.syntax.SyntaxSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis of one version of a document came to. Immutable; requests are answered from it without analysing again.
 *
 * @param number tells analyses apart within a session: the same version is analysed again when settings change
 * @param document the version that was analysed
 * @param syntax its syntax
 * @param path the path that decided its heat
 * @param folder the folder that the path is told from; nothing when the document lies in none
 * @param configuration the settings that held
 * @param findings those that are shown, in the order of the text
 * @param scope which findings are shown, by whether their lines have changed
 * @param lines which lines are new or changed since the base; nothing when nobody asked, or there is nothing to compare with
 */
public record DocumentAnalysis(
  long number,
  DocumentSnapshot document,
  SyntaxSnapshot syntax,
  String path,
  @Nullable Folder folder,
  Configuration configuration,
  List<ReportedFinding> findings,
  Scope scope,
  @Nullable LineMap lines
) {
  /** Whether a finding is on a line that is new or changed since the base, as far as that was asked for. */
  public boolean isOnChangedLine(ReportedFinding finding) {
    return lines != null && lines.isChanged(document.text(), finding.finding().range());
  }
}
