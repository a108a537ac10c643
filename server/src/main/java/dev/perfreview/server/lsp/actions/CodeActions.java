package dev.perfreview.server.lsp.actions;

import dev.perfreview.analysis.Cancellation;
import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.rule.Applicability;
import dev.perfreview.rule.Fix;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.server.lsp.client.ClientFeatures;
import dev.perfreview.server.lsp.diagnostics.DiagnosticMapper;
import dev.perfreview.server.lsp.diagnostics.FindingReference;
import dev.perfreview.server.lsp.document.DocumentAnalysis;
import dev.perfreview.server.lsp.document.Positions;
import dev.perfreview.syntax.TextEdit;
import dev.perfreview.syntax.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;

/** Lists what can be done about the findings of a place, from the analysis that their diagnostics were published from. */
public final class CodeActions {

  /** The kind of the action that applies all safe fixes. */
  public static final String FIX_ALL_KIND = CodeActionKind.SourceFixAll + ".perfReview";

  private final ClientFeatures features;
  private final DiagnosticMapper mapper;
  private final Positions positions;

  /** For a client with these features. */
  public CodeActions(ClientFeatures features, DiagnosticMapper mapper, Positions positions) {
    this.features = features;
    this.mapper = mapper;
    this.positions = positions;
  }

  /** The actions for a range, best first, of the kinds that the client asks for. */
  public List<CodeAction> list(DocumentAnalysis analysis, CodeActionParams parameters, Cancellation cancellation) {
    List<CodeAction> actions = new ArrayList<>();
    CodeActionContext context = parameters.getContext();
    if (isWanted(CodeActionKind.QuickFix, context)) {
      int[] chosen = chosen(analysis, parameters);
      for (int index : chosen) {
        addFixes(analysis, index, context, actions);
      }
      for (int index : chosen) {
        addSuppressions(analysis, index, context, actions);
      }
    }
    if (isWanted(FIX_ALL_KIND, context) && analysis.findings().stream().anyMatch(CodeActions::isSafelyFixable)) {
      ActionReference all = new ActionReference(
        analysis.document().uri(),
        ActionReference.Kind.FIX_ALL,
        new FindingReference(analysis.number(), 0),
        0
      );
      actions.add(action("Fix all that perf-review can fix safely", FIX_ALL_KIND, all));
    }
    if (!features.codeActionResolve()) {
      ActionEdits edits = new ActionEdits(analysis, cancellation);
      actions.removeIf(action -> !complete(action, analysis, edits));
    }
    return actions;
  }

  /** Gives an action its edit; answers false when the action is not of this analysis or would change nothing. */
  public boolean complete(CodeAction action, DocumentAnalysis analysis, Cancellation cancellation) {
    return complete(action, analysis, new ActionEdits(analysis, cancellation));
  }

  private boolean complete(CodeAction action, DocumentAnalysis analysis, ActionEdits edits) {
    Optional<List<TextEdit>> found = ActionReference.read(action.getData()).flatMap(edits::of);
    found.ifPresent(all ->
      action.setEdit(WorkspaceEdits.of(analysis.document(), all, positions, features.documentChanges()))
    );
    return found.isPresent();
  }

  private static boolean isWanted(String kind, CodeActionContext context) {
    List<String> only = context.getOnly();
    return (
      only == null ||
      only.stream().anyMatch(wanted -> wanted.isEmpty() || kind.equals(wanted) || kind.startsWith(wanted + "."))
    );
  }

  private static boolean isSafelyFixable(ReportedFinding finding) {
    return finding
      .finding()
      .fixes()
      .stream()
      .anyMatch(fix -> fix.applicability() == Applicability.SAFE);
  }

  /** The findings that touch the range, and those whose diagnostics the client names: an editor may ask for a whole line. */
  private int[] chosen(DocumentAnalysis analysis, CodeActionParams parameters) {
    TextRange asked = positions.spanOf(parameters.getRange(), analysis.document().text());
    List<Diagnostic> named = parameters.getContext().getDiagnostics();
    return IntStream.range(0, analysis.findings().size())
      .filter(
        index ->
          touches(asked, analysis.findings().get(index).finding().range()) ||
          diagnosticOf(analysis, index, named).isPresent()
      )
      .toArray();
  }

  private static boolean touches(TextRange asked, TextRange finding) {
    return asked.start() <= finding.end() && finding.start() <= asked.end();
  }

  /** The client's diagnostic of a finding. Those of older analyses are of no use: their finding may be gone or elsewhere. */
  private static Optional<Diagnostic> diagnosticOf(DocumentAnalysis analysis, int index, List<Diagnostic> named) {
    FindingReference reference = new FindingReference(analysis.number(), index);
    return named
      .stream()
      .filter(diagnostic -> FindingReference.read(diagnostic.getData()).filter(reference::equals).isPresent())
      .findFirst();
  }

  private void addFixes(DocumentAnalysis analysis, int index, CodeActionContext context, List<CodeAction> actions) {
    List<Fix> fixes = analysis.findings().get(index).finding().fixes();
    boolean preferred = true;
    for (int number = 0; number < fixes.size(); number++) {
      Fix fix = fixes.get(number);
      CodeAction action = action(analysis, index, fix.title(), ActionReference.Kind.FIX, number, context);
      if (preferred && fix.applicability() == Applicability.SAFE) {
        action.setIsPreferred(true);
        preferred = false;
      }
      actions.add(action);
    }
  }

  private void addSuppressions(
    DocumentAnalysis analysis,
    int index,
    CodeActionContext context,
    List<CodeAction> actions
  ) {
    RuleInfo info = analysis.findings().get(index).rule();
    if (info.isAboutComments()) {
      // A comment more would not make it better.
      return;
    }
    String rule = "`" + info.id() + "`";
    actions.add(action(analysis, index, "Ignore " + rule + " here", ActionReference.Kind.IGNORE_HERE, 0, context));
    actions.add(
      action(analysis, index, "Ignore " + rule + " in this file", ActionReference.Kind.IGNORE_IN_FILE, 0, context)
    );
  }

  private CodeAction action(
    DocumentAnalysis analysis,
    int index,
    String title,
    ActionReference.Kind kind,
    int fix,
    CodeActionContext context
  ) {
    FindingReference finding = new FindingReference(analysis.number(), index);
    CodeAction action = action(
      title,
      CodeActionKind.QuickFix,
      new ActionReference(analysis.document().uri(), kind, finding, fix)
    );
    Diagnostic about = diagnosticOf(analysis, index, context.getDiagnostics()).orElseGet(() ->
      mapper.diagnosticOf(analysis, index)
    );
    action.setDiagnostics(List.of(about));
    return action;
  }

  private static CodeAction action(String title, String kind, ActionReference reference) {
    CodeAction action = new CodeAction(title);
    action.setKind(kind);
    action.setData(reference.toJson());
    return action;
  }
}
