/** How often a function runs, as `perf-review hot-paths --format json FILE` says. */
export interface FunctionHeat {
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
  /** One of `HEATS`. */
  readonly heat: string;
  readonly reason?: string;
}

interface FileHeat {
  readonly path: string;
  readonly functions?: FunctionHeat[];
  /** Why its functions are unknown. */
  readonly problem?: string;
}

/** Hottest first. */
const HEATS = ["token", "step", "event", "request", "unlisted", "cold"];

/**
 * Reads what the program prints for one file.
 *
 * @throws Error when that file's functions are unknown
 */
export function parseHotPaths(json: string): FunctionHeat[] {
  const [file] = JSON.parse(json) as FileHeat[];
  if (file === undefined) {
    throw new Error("this file is not one that is reviewed");
  }
  if (file.functions === undefined) {
    throw new Error(`${file.path} ${file.problem ?? "has no functions"}`);
  }
  return file.functions;
}

/** Sorts by heat, and by line where that is the same. */
export function hottestFirst(functions: readonly FunctionHeat[]): FunctionHeat[] {
  return functions.toSorted(
    (one, other) => HEATS.indexOf(one.heat) - HEATS.indexOf(other.heat) || one.line - other.line,
  );
}
