package dev.perfreview.server.starter;

import java.util.List;

/**
 * Code that may be a hot path, for a person to say so.
 *
 * @param id a name for it
 * @param heat the word of the configuration for how often it runs
 * @param path a glob of its files
 * @param symbols its functions; all of the files when empty
 * @param why what speaks for it, in one clause
 */
record Candidate(String id, String heat, String path, List<String> symbols, String why) {
  /** Takes a copy. */
  Candidate {
    symbols = List.copyOf(symbols);
  }
}
