package dev.perfreview.userrules;

import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules that the user wrote.
 *
 * @param rules those that run
 * @param unusable the ids of those that cannot be read: whether something silences them for good cannot be told
 */
public record UserRules(List<UserRule> rules, Set<String> unusable) {
  /** None. */
  public static final UserRules NONE = new UserRules(List.of(), Set.of());

  /** Takes copies. */
  public UserRules {
    rules = List.copyOf(rules);
    unusable = Set.copyOf(unusable);
  }

  /** The ids of all, also of those that cannot be read. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>(unusable);
    rules.forEach(rule -> ids.add(rule.info().id()));
    return ids;
  }

  /** What the rules declare, in the order of the configuration. */
  public List<RuleInfo> infos() {
    return rules.stream().map(UserRule::info).toList();
  }

  /** The rule of an id. */
  public Optional<RuleInfo> find(Language language, String id) {
    return infos()
      .stream()
      .filter(info -> info.language() == language && info.id().equals(id))
      .findFirst();
  }

  /** These and the other's; of two with one id this one's. */
  public UserRules over(UserRules base) {
    if (base.equals(NONE)) {
      return this;
    }
    Map<String, UserRule> byId = new LinkedHashMap<>();
    base.rules.forEach(rule -> byId.put(rule.info().id(), rule));
    rules.forEach(rule -> byId.put(rule.info().id(), rule));
    Set<String> broken = new HashSet<>(base.unusable);
    broken.addAll(unusable);
    return new UserRules(List.copyOf(byId.values()), broken);
  }
}
