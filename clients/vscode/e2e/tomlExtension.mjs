import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";

/**
 * Packages a stand-in for Even Better TOML, which no package registry carries: its name and the one setting that this
 * extension changes, declared as the real one does.
 *
 * @param {string} scratch a folder to write in
 * @returns {Promise<string>} the VSIX
 */
export async function packageTomlExtension(scratch) {
  const home = path.join(scratch, "even-better-toml");
  const packagePath = path.join(scratch, "even-better-toml.vsix");
  mkdirSync(home);
  const manifest = {
    name: "even-better-toml",
    publisher: "tamasfe",
    version: "0.0.1",
    engines: { vscode: "^1.100.0" },
    contributes: {
      configuration: {
        properties: {
          "evenBetterToml.schema.associations": { type: "object", scope: "resource", default: {} },
        },
      },
    },
  };
  writeFileSync(path.join(home, "package.json"), JSON.stringify(manifest));
  writeFileSync(path.join(home, "README.md"), "A stand-in for tests.\n");
  await createVSIX({
    cwd: home,
    packagePath,
    dependencies: false,
    skipLicense: true,
    allowMissingRepository: true,
  });
  return packagePath;
}
