import * as vscode from "vscode";
import { REVIEWED_DOCUMENTS } from "./documents";
import { type ServerState, statusView } from "./serverState";
import type { ServerSession } from "./session";

/** What the server names as the source of its diagnostics. */
const SOURCE = "perf-review";

const LINKS = [
  "[Scan workspace](command:perfReview.scanWorkspace)",
  "[Review changes](command:perfReview.reviewChanges)",
  "[Hot paths](command:perfReview.showHotPaths)",
  "[Explain a rule](command:perfReview.explain)",
  "[Log](command:perfReview.showLog)",
  "[Restart](command:perfReview.restart)",
].join(" · ");

/** Shows in the status bar how the server is doing, and how many findings the active file has. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    "perfReview.status",
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly listeners: vscode.Disposable;

  constructor(private readonly session: ServerSession) {
    this.item.name = "perf-review";
    const update = (): void => {
      this.update();
    };
    this.listeners = vscode.Disposable.from(
      session.onDidChangeState(update),
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.languages.onDidChangeDiagnostics(update),
    );
    this.update();
  }

  dispose(): void {
    this.listeners.dispose();
    this.item.dispose();
  }

  private update(): void {
    const state = this.session.state;
    const document = activeDocument();
    const view = statusView(state, document === undefined ? undefined : findingsOf(document.uri));
    this.item.text = view.text;
    this.item.command = view.command;
    this.item.accessibilityInformation = { label: view.sentence };
    const tooltip = new vscode.MarkdownString(`${escaped(view.sentence)}\n\n${LINKS}`);
    tooltip.isTrusted = true;
    this.item.tooltip = tooltip;
    this.item.backgroundColor = view.failed
      ? new vscode.ThemeColor("statusBarItem.errorBackground")
      : undefined;
    if (document !== undefined || concernsEveryFile(state)) {
      this.item.show();
    } else {
      this.item.hide();
    }
  }
}

/** Where there is nothing to review, what is worth knowing is only that something is going on or wrong. */
function concernsEveryFile(state: ServerState): boolean {
  return state.kind === "working" || state.kind === "failed";
}

function activeDocument(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && vscode.languages.match(REVIEWED_DOCUMENTS, document) > 0
    ? document
    : undefined;
}

function findingsOf(file: vscode.Uri): number {
  return vscode.languages.getDiagnostics(file).filter((diagnostic) => diagnostic.source === SOURCE).length;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, "\\$&");
}
