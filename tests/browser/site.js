// What the browser tests share: the finished site of the register that comes with klacht, and a real browser.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");
const klacht = process.env.KLACHT ?? join(root, "target/release/klacht");
const folder = mkdtempSync(join(tmpdir(), "klacht-site-"));

export const site = join(folder, "site");
export let browser;

before(async () => {
  const register = join(root, "complaints");
  execFileSync(klacht, ["--register", register, "--today", "2026-11-23", "build", "--out", site], { stdio: "pipe" });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every page of the site, as a path within it. */
export function pages() {
  return readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
}

/** One page of each kind. */
export function kinds() {
  const first = (folder) => pages().filter((path) => path.startsWith(folder)).at(-1);
  return ["index.html", first("klachten/"), first("teamoverleg/"), "analyse.html", "protocol.html"];
}

export const address = (path) => pathToFileURL(join(site, path)).href;

/** Opens a page in a fresh window; whatever it asks of the network, or complains of, is in `trouble`. */
export async function open(path, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("request", (request) => request.url().startsWith(address("")) || trouble.push(`asks for ${request.url()}`));
  page.on("requestfailed", (request) => trouble.push(`cannot get ${request.url()}`));
  await page.goto(address(path));
  return { page, trouble, close: () => context.close() };
}
