package dev.perfreview.analysis;

import dev.perfreview.rule.Rule;
import dev.perfreview.rule.RuleInfo;
import dev.perfreview.syntax.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every rule that can report: those of the languages and the engine's own about {@code perf:} comments. */
public final class AllRules {

  private static final List<RuleInfo> INFOS = collect();
  private static final Set<String> IDS = INFOS.stream()
    .map(RuleInfo::id)
    .collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));

  private AllRules() {}

  /** All rules, sorted by id and then by language. */
  public static List<RuleInfo> infos() {
    return INFOS;
  }

  /** The ids of all rules, sorted; a rule of both languages has one. */
  public static Set<String> ids() {
    return IDS;
  }

  /** The rules of one language, sorted by id. */
  public static List<RuleInfo> infosOf(Language language) {
    return INFOS.stream()
      .filter(info -> info.language() == language)
      .toList();
  }

  /** The rule of a language with this id. */
  public static Optional<RuleInfo> find(Language language, String id) {
    return INFOS.stream()
      .filter(info -> info.language() == language && info.id().equals(id))
      .findFirst();
  }

  private static List<RuleInfo> collect() {
    List<RuleInfo> infos = new ArrayList<>();
    for (LanguageSupport<?> support : LanguageSupport.all()) {
      for (Rule<?> rule : support.rules()) {
        infos.add(rule.info());
      }
      infos.add(UnusedSuppression.infoFor(support.language()));
      infos.add(IneffectivePragma.infoFor(support.language()));
    }
    infos.sort(AllRules::order);
    return List.copyOf(infos);
  }

  /** By hand: for a comparator that the JDK puts together the VM spins classes at each start. */
  private static int order(RuleInfo one, RuleInfo other) {
    int byId = one.id().compareTo(other.id());
    return byId != 0 ? byId : one.language().compareTo(other.language());
  }
}
