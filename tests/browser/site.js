// What the browser tests share: the finished site of the register that comes with klacht, and a real browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");
export const klacht = process.env.KLACHT ?? join(root, "target/release/klacht");
const folder = mkdtempSync(join(tmpdir(), "klacht-site-"));

export const site = join(folder, "team");
export const management = join(folder, "management");
export let browser;

before(async () => {
  const register = join(root, "complaints");
  const build = ["--register", register, "--today", "2026-11-23", "build"];
  execFileSync(klacht, [...build, "--out", site], { stdio: "pipe" });
  execFileSync(klacht, [...build, "--audience", "management", "--out", management], { stdio: "pipe" });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the browser; `flags` come on top of what keeps it quiet. */
export function launch(...flags) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...flags],
  });
}

/** Every page of a site, as a path within it. */
export function pages(of = site) {
  return readdirSync(of, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
}

/** One page of each kind. */
export function kinds(of = site) {
  const first = (folder) => pages(of).filter((path) => path.startsWith(folder)).at(-1);
  return ["index.html", first("klachten/"), first("teamoverleg/"), "analyse.html", "protocol.html"];
}

export const address = (path, of = site) => pathToFileURL(join(of, path)).href;

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

/** Every page of the team's site, and one of each kind of the management's, which comes from the same templates. */
const both = () => [...pages().map((path) => address(path)), ...kinds(management).map((path) => address(path, management))];

/** Opens pages, a few at a time, in windows of these options, and gathers the faults that `look` finds in them. */
export async function faults(options, look, urls = both()) {
  const found = [];
  const waiting = [...urls];
  const window = async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (let url = waiting.shift(); url; url = waiting.shift()) {
      await page.goto(url);
      const name = url.slice(pathToFileURL(folder).href.length + 1);
      found.push(...(await look(page, url)).map((fault) => `${name}: ${fault}`));
    }
    await context.close();
  };
  await Promise.all([window(), window(), window()]);
  return found.sort();
}

/** Fails with every fault on its own line; a few tell enough where a template has one on each of its pages. */
export function none(faults) {
  const more = faults.length > 40 ? `\nand ${faults.length - 40} more` : "";
  assert.equal(faults.length, 0, `\n${faults.slice(0, 40).join("\n")}${more}`);
}

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".ics": "text/calendar; charset=utf-8",
  ".atom": "application/atom+xml; charset=utf-8",
  ".xml": "application/atom+xml; charset=utf-8",
};

/** Serves a site on loopback, as a plain web server would. */
export async function serve(of = site) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const content = path.includes("..") ? null : await readFile(join(of, path)).catch(() => null);
    response.writeHead(content ? 200 : 404, { "content-type": (content && types[extname(path)]) ?? "text/plain" });
    response.end(content ?? "Not found");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return { origin: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}
