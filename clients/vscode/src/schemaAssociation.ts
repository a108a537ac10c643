import * as vscode from "vscode";

/** The extension that completes and checks TOML by JSON Schema. */
const TOML_EXTENSION = "tamasfe.even-better-toml";
const TOML_SECTION = "evenBetterToml";
const ASSOCIATIONS = "schema.associations";
/** Which files the schema describes, as a regular expression over their addresses. */
const FILES = String.raw`.*/\.?perf-review\.toml$`;
const SCHEMA = "perf-review.schema.json";

/**
 * Has Even Better TOML complete `perf-review.toml` by its schema. The schema is copied to where it stays when this
 * extension is updated. (A contribution `tomlValidation` would need no command, but takes published addresses only.)
 */
export async function completeConfiguration(context: vscode.ExtensionContext): Promise<void> {
  if (vscode.extensions.getExtension(TOML_EXTENSION) === undefined) {
    await vscode.commands.executeCommand("workbench.extensions.search", TOML_EXTENSION);
    throw new Error(`install the extension Even Better TOML (${TOML_EXTENSION}) first, then run this again`);
  }
  await copySchema(context);
  const settings = vscode.workspace.getConfiguration(TOML_SECTION);
  const associations = settings.inspect<Record<string, string>>(ASSOCIATIONS)?.globalValue ?? {};
  await settings.update(
    ASSOCIATIONS,
    { ...associations, [FILES]: schemaOf(context).toString() },
    vscode.ConfigurationTarget.Global,
  );
  void vscode.window.showInformationMessage("perf-review: Even Better TOML now completes perf-review.toml.");
}

/** Keeps the copy as new as the extension, if there is one. */
export async function refreshSchema(context: vscode.ExtensionContext): Promise<void> {
  const associations = vscode.workspace
    .getConfiguration(TOML_SECTION)
    .get<Record<string, string>>(ASSOCIATIONS, {});
  if (Object.values(associations).includes(schemaOf(context).toString())) {
    await copySchema(context);
  }
}

function schemaOf(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, SCHEMA);
}

async function copySchema(context: vscode.ExtensionContext): Promise<void> {
  await vscode.workspace.fs.createDirectory(context.globalStorageUri);
  const packaged = vscode.Uri.joinPath(context.extensionUri, "schema", SCHEMA);
  await vscode.workspace.fs.copy(packaged, schemaOf(context), { overwrite: true });
}
