import type {
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from "vscode-languageclient/node";

/** What the server tells of work that takes a while. */
export type WorkMessage = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

const OWN_NAME = /^perf-review:\s*/;

/** Follows what the server works at, and sums it up in a few words. */
export class WorkTracker {
  private readonly running = new Map<ProgressToken, { title: string; percentage: number | undefined }>();

  take(token: ProgressToken, message: WorkMessage): void {
    if (message.kind === "end") {
      this.running.delete(token);
      return;
    }
    const known = this.running.get(token);
    const title = message.kind === "begin" ? message.title.replace(OWN_NAME, "") : (known?.title ?? "");
    this.running.set(token, { title, percentage: message.percentage ?? known?.percentage });
  }

  /** Such as "indexing sglang 40%"; undefined when nothing is going on. */
  summary(): string | undefined {
    const last = [...this.running.values()].pop();
    if (last === undefined) {
      return undefined;
    }
    return last.percentage === undefined ? last.title : `${last.title} ${last.percentage}%`;
  }
}
