/** What a report of a problem needs to hold. */
export interface DebugInformation {
  readonly extensionVersion: string;
  readonly editor: string;
  readonly platform: string;
  /** Such as `ssh-remote`; undefined for a window of this machine. */
  readonly remote: string | undefined;
  readonly server: string;
  readonly serverVersion: string | undefined;
  readonly state: string;
  /** The settings that the user changed, by their full names. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What `perf-review doctor` prints. */
  readonly doctor: string;
}

/** Writes it down as Markdown, to be pasted into a report. */
export function debugReport(information: DebugInformation): string {
  const rows = [
    ["extension", information.extensionVersion],
    ["editor", information.editor],
    ["platform", information.platform],
    ["remote", information.remote ?? "none"],
    ["server", information.server],
    ["server version", information.serverVersion ?? "unknown"],
    ["state", information.state],
  ] as const;
  return [
    "### perf-review",
    "",
    ...rows.map(([name, value]) => `- ${name}: ${value}`),
    "",
    "Settings:",
    "",
    fenced(JSON.stringify(information.settings, null, 2)),
    "",
    "`perf-review doctor`:",
    "",
    fenced(information.doctor.trim()),
    "",
  ].join("\n");
}

function fenced(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}
