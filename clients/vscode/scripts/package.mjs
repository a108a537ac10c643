import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

/**
 * Builds the VSIX for this platform, with the server's distribution in it (which carries a Java runtime, so that one VSIX
 * serves one platform):
 *
 *     node scripts/package.mjs [DISTRIBUTION]
 */
const home = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const root = path.resolve(home, "../..");
process.chdir(home);

const distribution = path.resolve(process.argv[2] ?? path.join(root, "server/target/dist/perf-review"));
if (!existsSync(path.join(distribution, "bin"))) {
  console.error(`There is no server distribution in ${distribution}; build it at the root with: mvn package`);
  process.exit(2);
}
const target = `${process.platform}-${process.arch}`;

await import("./bundle.mjs");
rmSync("server", { recursive: true, force: true });
cpSync(distribution, "server", {
  recursive: true,
  verbatimSymlinks: true,
  // What the build and the first start noted about this machine.
  filter: (source) => ![".built", "settled"].includes(path.basename(source)),
});
// So that a build for another platform can say so, see src/locateServer.ts.
writeFileSync("server/platform", `${target}\n`);
// Unpacking the VSIX gives files a new time; the extension restores that of the jars, see src/jarTimes.ts.
const ownJar = path.join(distribution, "lib/perf-review.jar");
if (existsSync(ownJar)) {
  writeFileSync("server/jar-time", `${statSync(ownJar).mtime.toISOString()}\n`);
}
mkdirSync("schema", { recursive: true });
copyFileSync(path.join(root, "docs/perf-review.schema.json"), "schema/perf-review.schema.json");

await createVSIX({
  cwd: home,
  target,
  packagePath: path.join("out", `perf-review-${target}.vsix`),
  // esbuild has bundled them.
  dependencies: false,
  rewriteRelativeLinks: false,
  skipLicense: true,
  allowMissingRepository: true,
});
