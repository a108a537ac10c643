/** A rule as users see it: one id, whichever languages it is for. */
export interface Rule {
  readonly id: string;
  readonly languages: readonly string[];
  readonly summary: string;
}

interface ListedRule {
  readonly id: string;
  readonly language: string;
  readonly summary: string;
}

/** Reads what `perf-review rules --format json` prints: one entry a rule and language. */
export function parseRules(json: string): Rule[] {
  const rules = new Map<string, Rule>();
  for (const { id, language, summary } of JSON.parse(json) as ListedRule[]) {
    const known = rules.get(id);
    rules.set(id, {
      id,
      languages: [...(known?.languages ?? []), language],
      summary: known?.summary ?? summary,
    });
  }
  return [...rules.values()];
}
