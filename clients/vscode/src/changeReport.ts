/** The URI of the report in what the server answers to a review of changes; nothing when there is no report. */
export function reportOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("uri" in answer)) {
    return undefined;
  }
  return typeof answer.uri === "string" ? answer.uri : undefined;
}
