import * as vscode from "vscode";
import { REVIEWED_DOCUMENTS } from "./documents";

/** Shows beside the language of a reviewed file how the server is doing. */
export class ServerStatus implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem(`perfReview.server`, REVIEWED_DOCUMENTS);

  constructor() {
    this.item.name = "perf-review";
    this.off();
  }

  off(): void {
    this.show("perf-review is off", vscode.LanguageStatusSeverity.Information);
    this.item.command = {
      title: "Settings",
      command: "workbench.action.openSettings",
      arguments: ["perfReview.enable"],
    };
  }

  starting(): void {
    this.show("perf-review is starting", vscode.LanguageStatusSeverity.Information);
    this.item.busy = true;
  }

  ready(version: string | undefined): void {
    this.show(
      version === undefined ? "perf-review" : `perf-review ${version}`,
      vscode.LanguageStatusSeverity.Information,
    );
    this.item.detail = "ready";
  }

  /** @param reason why there is no server, as the end of "perf-review failed: …" */
  failed(reason: string): void {
    this.show("perf-review failed", vscode.LanguageStatusSeverity.Error);
    this.item.detail = reason;
    this.item.command = { title: "Restart", command: "perfReview.restart" };
  }

  dispose(): void {
    this.item.dispose();
  }

  private show(text: string, severity: vscode.LanguageStatusSeverity): void {
    this.item.text = text;
    this.item.severity = severity;
    this.item.busy = false;
    delete this.item.detail;
    this.item.command = { title: "Show Log", command: "perfReview.showLog" };
  }
}
