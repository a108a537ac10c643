import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Packages a stand-in for Even Better TOML, which no package registry carries: its name and the one setting that this
 * extension changes, declared as the real one does.
 *
 * @param {string} scratch a folder to write in
 * @returns {string} the VSIX
 */
export function packageTomlExtension(scratch) {
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
  const vsce = createRequire(import.meta.url).resolve("@vscode/vsce/vsce");
  const options = ["--no-dependencies", "--skip-license", "--allow-missing-repository", "--out", packagePath];
  const packaged = spawnSync(process.execPath, [vsce, "package", ...options], {
    cwd: home,
    encoding: "utf8",
  });
  if (packaged.status !== 0) {
    throw new Error(`packaging the stand-in failed:\n${packaged.stdout}${packaged.stderr}`);
  }
  return packagePath;
}
