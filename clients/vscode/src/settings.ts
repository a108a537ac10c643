import * as vscode from "vscode";

/** The section of this extension's settings; also the id under which the language client reads its trace setting. */
export const SECTION = "perfReview";

/** The settings that the server's process is started with; it asks for all others itself. */
export interface ServerSettings {
  /** The program or distribution to run; empty for the one that comes with the extension. */
  readonly path: string;
  readonly extraArguments: readonly string[];
  readonly javaOptions: readonly string[];
}

export function serverSettings(): ServerSettings {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return {
    path: settings.get<string>("server.path", "").trim(),
    extraArguments: settings.get<string[]>("server.extraArguments", []),
    javaOptions: settings.get<string[]>("server.javaOptions", []),
  };
}

/**
 * Whether any folder of the window is to be reviewed. The server itself leaves out the folders that are not; this only
 * saves running it for nobody.
 */
export function enabledAnywhere(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const scopes = folders.length === 0 ? [null] : folders.map((folder) => folder.uri);
  return scopes.some((scope) =>
    vscode.workspace.getConfiguration(SECTION, scope).get<boolean>("enable", true),
  );
}
