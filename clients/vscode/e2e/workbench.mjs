import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { chromium } from "playwright-core";
import { listedProblems } from "./problems.mjs";
import { PATIENCE, until } from "./until.mjs";

/** Settings that keep the workbench still and its pictures plain. */
const QUIET = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.colorTheme": "Default Light Modern",
  "chat.commandCenter.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "git.enabled": false,
  "problems.autoReveal": false,
};

/** VS Code's workbench in a headless browser, driven as a person drives it: by keys and by what is on the screen. */
export class Workbench {
  /**
   * @param {{codeServer: string, browser: string, extensionPackages: string[], folder: string, scratch: string}} parts
   *   `folder` is the workspace; `scratch` a folder for everything that the workbench writes
   */
  static async open({ codeServer, browser, extensionPackages, folder, scratch }) {
    const userData = path.join(scratch, "user");
    const extensions = path.join(scratch, "extensions");
    mkdirSync(path.join(userData, "User"), { recursive: true });
    writeFileSync(path.join(userData, "User/settings.json"), JSON.stringify(QUIET));
    const places = ["--user-data-dir", userData, "--extensions-dir", extensions];
    const packages = extensionPackages.flatMap((file) => ["--install-extension", file]);
    const installed = spawnSync(process.execPath, [codeServer, ...packages, ...places], { encoding: "utf8" });
    if (installed.status !== 0) {
      throw new Error(`installing the VSIX failed:\n${installed.stdout}${installed.stderr}`);
    }
    const port = await freePort();
    const log = openSync(path.join(userData, "code-server.log"), "a");
    const server = spawn(
      process.execPath,
      // prettier-ignore
      [codeServer, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, ...places, "--disable-telemetry",
        "--disable-update-check", "--disable-workspace-trust", "--ignore-last-opened"],
      { stdio: ["ignore", log, log] },
    );
    await answers(`http://127.0.0.1:${port}/healthz`);
    const chrome = await chromium.launch({
      executablePath: browser,
      // prettier-ignore
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
    });
    const page = await chrome.newPage({ viewport: { width: 1400, height: 800 }, deviceScaleFactor: 1.5 });
    page.setDefaultTimeout(PATIENCE);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const workbench = new Workbench(
      page,
      `http://127.0.0.1:${port}/`,
      folder,
      userData,
      extensions,
      async () => {
        await chrome.close();
        server.kill();
      },
    );
    return workbench;
  }

  /**
   * @param {import("playwright-core").Page} page
   * @param {string} address
   * @param {string} folder
   * @param {string} userData
   * @param {string} extensions
   * @param {() => Promise<void>} close
   */
  constructor(page, address, folder, userData, extensions, close) {
    this.page = page;
    this.address = address;
    this.folder = folder;
    this.userData = userData;
    this.extensions = extensions;
    this.close = close;
  }

  /** What the Problems panel, which must be open, lists as coming from perf-review. */
  problems() {
    return listedProblems(this.page);
  }

  /** Where the extension was unpacked. */
  extensionFolder() {
    const name = readdirSync(this.extensions).find((folder) => folder.startsWith("perf-review.perf-review-"));
    return path.join(this.extensions, name ?? "");
  }

  /** How many problems the status bar counts, of all files. @returns {Promise<number>} */
  async problemCount() {
    const text = await this.page.locator('[id="status.problems"]').innerText();
    return (text.match(/\d+/g) ?? []).reduce((sum, count) => sum + Number(count), 0);
  }

  /** What the extension's item in the status bar says to a screen reader; empty when there is none. @returns {Promise<string>} */
  async status() {
    const label = this.page.locator('[id="perf-review.perf-review.perfReview.status"] a');
    return (await label.count()) === 0 ? "" : ((await label.first().getAttribute("aria-label")) ?? "");
  }

  /** Changes the settings of the workspace; the workbench follows the file. @param {Record<string, unknown>} settings */
  writeSettings(settings) {
    const folder = path.join(this.folder, ".vscode");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "settings.json"), JSON.stringify(settings));
  }

  /** Opens the workspace afresh with one file of it in the editor. @param {string} file */
  async openFile(file) {
    const payload = JSON.stringify([
      ["openFile", `vscode-remote://${new URL(this.address).host}${path.join(this.folder, file)}`],
    ]);
    const query = new URLSearchParams({ folder: this.folder, payload });
    await this.page.goto(`${this.address}?${query}`);
    await this.page.locator(".monaco-workbench").waitFor();
    await this.page.locator(".editor-instance .view-line").first().waitFor();
  }

  /** Closes what is open and opens another file of the workspace, by its path. @param {string} file */
  async openInstead(file) {
    await this.command("View: Close All Editors");
    await this.page.locator(".editor-instance .view-line").first().waitFor({ state: "detached" });
    await this.page.keyboard.press("Control+p");
    await this.page.locator(".quick-input-widget input.input").fill(path.join(this.folder, file));
    await this.page
      .locator(".quick-input-list .monaco-list-row.focused")
      .filter({ hasText: path.basename(file) })
      .waitFor();
    await this.page.keyboard.press("Enter");
    // Of a text or of the cells of a notebook.
    await this.page.locator(".editor-instance .view-line, .notebookOverlay .view-line").first().waitFor();
  }

  /** Runs a command by its title, through the command palette. @param {string} title */
  async command(title) {
    const input = this.page.locator(".quick-input-widget input.input");
    await this.page.keyboard.press("F1");
    await input.fill(`>${title}`);
    await this.page
      .locator(".quick-input-list .monaco-list-row.focused")
      .filter({ hasText: title })
      .waitFor();
    await this.page.keyboard.press("Enter");
    // Gone, or taken over by a list that the command shows.
    await until(
      `the palette still asks for ${title}`,
      async () => ((await input.isVisible()) ? input.inputValue() : ""),
      (value) => !value.startsWith(">"),
    );
  }

  /** Puts the cursor there, both counted from 1. @param {number} line @param {number} column */
  async goTo(line, column) {
    const input = this.page.locator(".quick-input-widget input.input");
    await this.page.locator(".editor-instance .view-lines").first().click();
    await this.page.keyboard.press("Control+g");
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await input.waitFor({ state: "hidden" });
    await this.page
      .locator(".status-bar-info, .statusbar-item")
      .filter({ hasText: `Ln ${line}, Col ${column}` })
      .waitFor();
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Waits until something serves the address. @param {string} address */
async function answers(address) {
  const end = Date.now() + PATIENCE;
  while (true) {
    try {
      const response = await fetch(address);
      if (response.ok) {
        return;
      }
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
