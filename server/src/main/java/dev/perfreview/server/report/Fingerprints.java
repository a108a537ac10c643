package dev.perfreview.server.report;

import dev.perfreview.analysis.ReportedFinding;
import dev.perfreview.syntax.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names findings so that one is known again after other lines of its file have changed: by rule, file, the code at fault with its white space
 * evened out, and, where the same code is found several times, which of them it is.
 */
public final class Fingerprints {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  // FNV-1a of 64 bits, by its reference (draft-eastlake-fnv): a fingerprint tells findings apart and guards nothing.
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Fingerprints() {}

  /**
   * The fingerprints of all findings of a file, in their order.
   *
   * @param path the file's path from its repository or workspace folder
   * @param text the file's text
   * @param findings all of them, also those that will not be shown
   */
  public static List<String> of(String path, SourceText text, List<ReportedFinding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> fingerprints = new ArrayList<>(findings.size());
    for (ReportedFinding reported : findings) {
      String code = WHITE_SPACE.matcher(text.substring(reported.finding().range())).replaceAll(" ");
      String name = String.join("\0", reported.rule().id(), path, code);
      int occurrence = seen.merge(name, 1, Integer::sum);
      fingerprints.add(ofText(name + '\0' + occurrence));
    }
    return fingerprints;
  }

  /** The fingerprint of what a text alone says. */
  static String ofText(String name) {
    long hash = FNV_OFFSET;
    for (int index = 0; index < name.length(); index++) {
      hash = (hash ^ name.charAt(index)) * FNV_PRIME;
    }
    return HexFormat.of().toHexDigits(hash);
  }
}
