import * as vscode from "vscode";
import { runServerProgram } from "./runServerProgram";
import { parseRules, type Rule } from "./ruleList";

/** The scheme of the documents that hold a rule's page: `perf-review-rule:/list-pop-front.md`. */
const SCHEME = "perf-review-rule";

/** Gives the rules' pages as documents, as `perf-review explain` prints them. */
export function registerRulePages(extensionFolder: string): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) =>
      runServerProgram(extensionFolder, ["explain", uri.path.replace(/^\/|\.md$/g, "")]),
  });
}

/**
 * Shows a rule's page beside the code.
 *
 * @param rule its id; anything else for a list to pick from
 */
export async function explainRule(extensionFolder: string, rule: unknown): Promise<void> {
  const id = typeof rule === "string" ? rule : await pickRule(extensionFolder);
  if (id !== undefined) {
    const page = vscode.Uri.from({ scheme: SCHEME, path: `/${id}.md` });
    await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
  }
}

async function pickRule(extensionFolder: string): Promise<string | undefined> {
  const items = runServerProgram(extensionFolder, ["rules", "--format", "json"]).then((json) =>
    parseRules(json).map(itemOf),
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: "perf-review: Explain Rule",
    placeHolder: "A rule, or a word of what it finds",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}

function itemOf(rule: Rule): vscode.QuickPickItem {
  return { label: rule.id, description: rule.languages.join(", "), detail: rule.summary };
}
