import * as vscode from "vscode";
import { REVIEWED_DOCUMENTS } from "./documents";
import { type FunctionHeat, hottestFirst, parseHotPaths } from "./hotPaths";
import { runServerProgram } from "./runServerProgram";

/** Lists how often the functions of the active file run and why, hottest first, and goes to the one that is picked. */
export async function showHotPaths(extensionFolder: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (
    editor?.document.uri.scheme !== "file" ||
    vscode.languages.match(REVIEWED_DOCUMENTS, editor.document) === 0
  ) {
    throw new Error("open a Python or Rust file first, to see how hot its functions are");
  }
  // The program reads what is on the disk.
  await editor.document.save();
  const file = editor.document.uri;
  const folder = vscode.workspace.getWorkspaceFolder(file)?.uri.fsPath;
  const items = runServerProgram(
    extensionFolder,
    ["hot-paths", "--format", "json", file.fsPath],
    folder,
  ).then((json) => hottestFirst(parseHotPaths(json)).map(itemOf));
  const picked = await vscode.window.showQuickPick(items, {
    title: "perf-review: Hot Paths of This File",
    placeHolder: "A function to go to",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked !== undefined) {
    const start = new vscode.Position(picked.heat.line - 1, 0);
    await vscode.window.showTextDocument(file, { selection: new vscode.Range(start, start) });
  }
}

function itemOf(heat: FunctionHeat): vscode.QuickPickItem & { heat: FunctionHeat } {
  const isHot = heat.heat !== "cold" && heat.heat !== "unlisted";
  return {
    label: `$(${isHot ? "flame" : "circle-outline"}) ${heat.name}`,
    description: `${heat.heat} · line ${heat.line}`,
    ...(heat.reason === undefined ? {} : { detail: heat.reason }),
    heat,
  };
}
