import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { provideBrowser } from "../e2e/provision.mjs";

/** Draws icon.png, which the gallery shows, from icon.svg. */
const home = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SIZE = 128;

const browser = await chromium.launch({ executablePath: provideBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE }, deviceScaleFactor: 2 });
const drawing = readFileSync(path.join(home, "icon.svg"), "utf8");
await page.setContent(`<body style="margin: 0">${drawing}</body>`);
await page.screenshot({ path: path.join(home, "icon.png"), omitBackground: true });
await browser.close();
