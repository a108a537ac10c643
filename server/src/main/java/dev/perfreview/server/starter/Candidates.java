package dev.perfreview.server.starter;

import dev.perfreview.heat.SymbolPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what may be a hot path: functions with event loops, and files and folders that are called as parts of a serving system are. */
final class Candidates {

  /** More functions of a file are left out: who uncomments the entry sees that there are more. */
  private static final int MOST_SYMBOLS = 6;

  /** What parts of serving systems are called, and how often they run. {@code dsv3_router_gemm} is about something else. */
  private static final Map<String, String> HEAT_BY_NAME = Map.of(
    "scheduler",
    "step",
    "batcher",
    "step",
    "kv_cache",
    "step",
    "router",
    "request",
    "dispatcher",
    "request",
    "tokenizer",
    "request",
    "detokenizer",
    "token",
    "streaming",
    "token"
  );

  private static final Pattern NAME = Pattern.compile(
    "(?:^|[_-])(" + String.join("|", HEAT_BY_NAME.keySet()) + ")(?:s|[_-](?:manager|loop|worker))?$"
  );

  private final List<Candidate> loops = new ArrayList<>();
  private final Map<String, Candidate> byName = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  /** Takes the functions of a file that have event loops. */
  void addLoops(String path, List<String> functions) {
    List<String> symbols = functions.stream().filter(Candidates::isSymbol).limit(MOST_SYMBOLS).toList();
    if (!symbols.isEmpty() && OtherPeoplesCode.isPlain(path)) {
      taken.add(path);
      String what = symbols.size() == 1 ? "a loop that takes" : "loops that take";
      loops.add(new Candidate(id(path, "loop"), "event", "/" + path, symbols, what + " one message after the other"));
    }
  }

  /** Takes a file by its name, or by that of a folder around it. */
  void addByName(String path) {
    if (taken.contains(path) || !OtherPeoplesCode.isPlain(path)) {
      return;
    }
    String[] parts = path.split("/", -1);
    StringBuilder place = new StringBuilder();
    for (int part = 0; part < parts.length; part++) {
      boolean isFile = part == parts.length - 1;
      String name = isFile ? parts[part].substring(0, parts[part].lastIndexOf('.')) : parts[part];
      place.append('/').append(parts[part]);
      Optional<String> role = roleOf(name);
      if (role.isPresent()) {
        String glob = isFile ? place.toString() : place + "/**";
        String kind = isFile ? "a file" : "a folder";
        String end = place.substring(1, isFile ? place.lastIndexOf(".") : place.length());
        byName.computeIfAbsent(glob, unseen ->
          new Candidate(
            id(end, ""),
            HEAT_BY_NAME.getOrDefault(role.get(), "request"),
            glob,
            List.of(),
            kind + " whose name says " + role.get().replace('_', ' ')
          )
        );
        return;
      }
    }
  }

  /** All, loops first. */
  List<Candidate> all() {
    List<Candidate> all = new ArrayList<>(loops);
    all.addAll(byName.values());
    return all;
  }

  private static Optional<String> roleOf(String name) {
    Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean isSymbol(String name) {
    try {
      SymbolPattern.of(name);
      return true;
    } catch (IllegalArgumentException unusual) {
      return false;
    }
  }

  /** A name of the last two parts of a path that no other candidate has. */
  private String id(String path, String suffix) {
    int dot = path.lastIndexOf('.');
    String stem = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    String[] parts = stem.split("/", -1);
    String last = parts.length > 1 ? parts[parts.length - 2] + "-" + parts[parts.length - 1] : parts[0];
    String words = (last + "-" + suffix).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String base = words.replaceAll("^-|-$", "");
    String id = base;
    for (int number = 2; !ids.add(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }
}
