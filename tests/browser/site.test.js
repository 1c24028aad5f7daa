// The finished site of the register that comes with klacht, opened from disk in a real browser, as the team opens it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");
const klacht = process.env.KLACHT ?? join(root, "target/release/klacht");
const folder = mkdtempSync(join(tmpdir(), "klacht-site-"));
const site = join(folder, "site");

let browser;

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
function pages() {
  return readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
}

/** One page of each kind. */
function kinds() {
  const first = (folder) => pages().filter((path) => path.startsWith(folder)).at(-1);
  return ["index.html", first("klachten/"), first("teamoverleg/"), "analyse.html", "protocol.html"];
}

const address = (path) => pathToFileURL(join(site, path)).href;

/** Opens a page in a fresh window; whatever it asks of the network, or complains of, is in `trouble`. */
async function open(path, options = {}) {
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

const shown = (page) => page.locator("#register-tabel tbody tr:visible");

test("every page loads from disk without network, without complaint, and with its stylesheet", async () => {
  assert.ok(pages().length > 45);
  for (const path of pages()) {
    const { page, trouble, close } = await open(path);
    assert.deepEqual(trouble, [], path);
    assert.equal(await page.locator("html").getAttribute("lang"), "nl", path);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.notEqual(background, "rgba(0, 0, 0, 0)", `${path} has its stylesheet`);
    await close();
  }
});

test("every link leads to a page or a place that is there", async () => {
  const { page, close } = await open("index.html");
  for (const path of pages()) {
    await page.goto(address(path));
    const links = await page.$$eval("a[href]", (links) => links.map((link) => link.href));
    for (const link of links) {
      const [file, place] = link.split("#");
      const inside = decodeURIComponent(file.slice(address("").length));
      assert.ok(pages().includes(inside.replace(/^\//, "")), `${path} leads to ${link}`);
      if (place && file === page.url().split("#")[0]) assert.ok(await page.locator(`[id="${place}"]`).count(), `${path}#${place}`);
    }
  }
  await close();
});

test("axe finds nothing, light and dark, narrow and wide", async () => {
  for (const path of kinds()) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [320, 1280]) {
        const { page, close } = await open(path, { colorScheme, viewport: { width, height: 900 } });
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), [], `${path} ${colorScheme} ${width}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${path} is ${overflow} px too wide at ${width} px`);
        await close();
      }
    }
  }
});

test("the register is whole without JavaScript", async () => {
  const { page, close } = await open("index.html", { javaScriptEnabled: false });
  assert.ok((await shown(page).count()) >= 40);
  assert.equal(await page.locator("#filter").isVisible(), false);
  await close();
});

test("free text says that a machine alone anonymised it, on screen and on paper", async () => {
  const { page, close } = await open("index.html");
  for (const media of ["screen", "print"]) {
    await page.emulateMedia({ media });
    for (const path of pages()) {
      await page.goto(address(path));
      const texts = await page.locator(".prose, .about, .subject:not(.cap)").count();
      const badge = page.locator(".read-by .badge");
      assert.equal(await badge.count(), texts > 0 ? 1 : 0, path);
      if (texts > 0) assert.ok(await badge.isVisible(), `${path} on ${media}`);
      const cases = page.locator(".case");
      assert.equal(await cases.locator(".marks .badge.machine").count(), await cases.count(), path);
    }
  }
  await close();
});

test("search and filter narrow the register, say how many remain, and are kept in the address", async () => {
  const { page, close } = await open("index.html");
  const all = await shown(page).count();
  await page.locator("#filter-jaar").selectOption("2025");
  const of2025 = await shown(page).count();
  assert.ok(of2025 > 0 && of2025 < all);
  assert.match(await page.locator(".count").textContent(), new RegExp(`^${of2025} van ${all} `));
  await page.locator("#filter-tekst").fill("zzzz");
  assert.equal(await shown(page).count(), 0);
  assert.ok(await page.locator("#niets").isVisible());
  await page.locator("#filter-tekst").fill("2025-003");
  await page.waitForURL(/zoek=2025-003/);
  const bookmark = page.url();
  await page.goto(address("protocol.html"));
  await page.goto(bookmark);
  assert.equal(await shown(page).count(), 1);
  await page.locator("#filter button[type=reset]").click();
  await page.waitForFunction((rows) => document.querySelectorAll("#register-tabel tbody tr:not([hidden])").length === rows, all);
  await close();
});

test("columns sort by keyboard and say so", async () => {
  const { page, close } = await open("index.html");
  const numbers = () => page.locator("#register-tabel .number").allTextContents();
  const head = page.locator("#register-tabel thead th").first();
  await head.locator("button").focus();
  await page.keyboard.press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const up = await numbers();
  assert.deepEqual(up, [...up].sort());
  await page.keyboard.press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.deepEqual(await numbers(), up.reverse());
  await close();
});

test("the team report prints on A4", async () => {
  const { page, close } = await open(kinds()[2]);
  const paper = await page.pdf({ preferCSSPageSize: true });
  const text = paper.toString("latin1");
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  assert.ok(boxes.length > 0, "the pages have a size");
  for (const [, width, height] of boxes) {
    assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} by ${height} points is A4`);
  }
  await close();
});
