import * as fs from "node:fs";
import * as path from "node:path";

/** Written by the packaging script: the time of change, as ISO 8601, that the server's jars had when it was built. */
const RECORD = "jar-time";

/**
 * Gives the jars of the bundled server back the time that they lost when the extension was unpacked. The Java VM uses its cache of
 * loaded classes, which saves most of the start, only while each jar has the time that it had when the cache was made.
 *
 * @param distribution the folder of the server
 */
export function restoreJarTimes(distribution: string): void {
  const record = path.join(distribution, RECORD);
  if (!fs.existsSync(record)) {
    return;
  }
  const time = new Date(fs.readFileSync(record, "utf8").trim());
  const lib = path.join(distribution, "lib");
  for (const name of fs.readdirSync(lib).filter((file) => file.endsWith(".jar"))) {
    const jar = path.join(lib, name);
    if (fs.statSync(jar).mtimeMs !== time.getTime()) {
      fs.utimesSync(jar, time, time);
    }
  }
}
