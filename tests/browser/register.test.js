// The register: what can be searched, filtered, sorted, kept and sent; and a register that no single page could hold.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { address, browser, open } from "./site.js";

const shown = (page) => page.locator("#register-tabel tbody tr:visible");
const numbers = (page) => page.locator("#register-tabel tbody tr:visible a").allTextContents();
const count = (page) => page.locator("#filter .count");

/** Searches as somebody who types, and waits until the texts have been searched. */
async function search(page, words) {
  await page.locator("#filter-tekst").fill(words);
  await settled(page);
}

const settled = (page) => page.waitForFunction(() => !document.querySelector("#filter .count").textContent.includes("…"));

test("the register is whole and readable without JavaScript", async () => {
  const { page, close } = await open("index.html", { javaScriptEnabled: false });
  assert.ok((await shown(page).count()) >= 40);
  assert.equal(await page.locator("#filter").isVisible(), false);
  await close();
});

test("every line of what must happen now leads to its complaint", async () => {
  const { page, close } = await open("index.html");
  const lines = await page.locator(".attention li").all();
  assert.ok(lines.length > 0);
  for (const line of lines) {
    const [, number] = (await line.textContent()).match(/^(?:.+ te laat|vandaag uiterlijk|nog .+): [a-z].*, (\d{4}-\d{3,}) /);
    assert.equal(await line.locator("a").getAttribute("href"), `klachten/${number}.html`);
  }
  await close();
});

test("filters narrow the register, say how many remain, and are kept in the address", async () => {
  const { page, close } = await open("index.html");
  const all = await shown(page).count();
  const of = { jaar: "2025", status: "gesloten", aard: "kwaliteit", oorzaak: "kennis" };
  let before = all;
  for (const [name, value] of Object.entries(of)) {
    await page.locator(`#filter-${name}`).selectOption(value);
    const remain = await shown(page).count();
    assert.ok(remain > 0 && remain < before, `${name} leaves ${remain} of ${before}`);
    assert.equal(await count(page).textContent(), `${remain} van ${all} klachten`);
    before = remain;
  }
  const left = await numbers(page);
  const bookmark = page.url();
  await page.goto(address("protocol.html"));
  await page.goto(bookmark);
  assert.deepEqual(await numbers(page), left);
  assert.equal(await page.locator("#filter-oorzaak").inputValue(), "kennis");
  await page.locator("#filter button[type=reset]").click();
  await page.waitForFunction((rows) => document.querySelectorAll("#register-tabel tbody tr:not([hidden])").length === rows, all);
  assert.equal(await count(page).textContent(), `${all} klachten`);
  await close();
});

test("a search finds what stands in a section, a measure or a title alone, whatever its capitals and accents", async () => {
  const { page, trouble, close } = await open("index.html");
  assert.equal(await page.locator("script[src*='zoeken/']").count(), 0, "no text is loaded before somebody searches");
  for (const words of ["wachtwoord verlopen", "VERLOPEN wáchtwoord", "vóór december klaarzetten", "salaristabellen"]) {
    await search(page, words);
    assert.deepEqual(await numbers(page), ["2026-001"], words);
  }
  await search(page, "2025-003");
  assert.ok((await numbers(page)).includes("2025-003"));
  await search(page, "zzzz");
  assert.equal(await shown(page).count(), 0);
  assert.ok(await page.locator("#niets").isVisible());
  assert.deepEqual(trouble, []);
  await close();
});

test("the back button takes back one choice, and a whole word that was typed", async () => {
  const { page, close } = await open("index.html");
  const all = await shown(page).count();
  await page.locator("#filter-jaar").selectOption("2025");
  const of2025 = await numbers(page);
  await page.locator("#filter-tekst").pressSequentially("factuur");
  await settled(page);
  await page.waitForURL(/jaar=2025/);
  assert.ok((await shown(page).count()) < of2025.length);
  await page.goBack();
  assert.equal(await page.locator("#filter-tekst").inputValue(), "");
  assert.deepEqual(await numbers(page), of2025);
  await page.goBack();
  assert.equal(await shown(page).count(), all);
  await page.goForward();
  assert.deepEqual(await numbers(page), of2025);
  await close();
});

test("every column sorts by keyboard and says so, with empty cells last", async () => {
  const { page, close } = await open("index.html");
  const heads = await page.locator("#register-tabel thead th").all();
  const cells = (column) =>
    page.$$eval(
      "#register-tabel tbody tr",
      (rows, column) =>
        rows.map(({ cells: { [column]: cell } }) => cell.querySelector("time")?.dateTime ?? cell.innerText.trim().split("\n")[0]),
      column,
    );
  const order = new Intl.Collator("nl", { numeric: true }).compare;
  assert.equal(await heads[0].getAttribute("aria-sort"), "descending");
  for (const [column, head] of heads.entries()) {
    for (const [direction, sign] of [["ascending", 1], ["descending", -1]]) {
      await head.locator("button").focus();
      await page.keyboard.press("Enter");
      assert.equal(await head.getAttribute("aria-sort"), direction);
      assert.equal(await page.locator("#register-tabel [aria-sort]").count(), 1);
      const values = await cells(column);
      const given = values.filter(Boolean);
      assert.ok(new Set(given).size > 1);
      assert.deepEqual(values.slice(0, given.length), given, `column ${column}: empty cells are last`);
      assert.deepEqual(given, [...given].sort((a, b) => sign * order(a, b)), `column ${column} ${direction}`);
    }
  }
  assert.match(page.url(), /sorteer=-doorlooptijd/);
  assert.match(await count(page).textContent(), /op volgorde van doorlooptijd \(aflopend\)/);
  const last = await numbers(page);
  await page.goto(address("protocol.html"));
  await page.goBack();
  assert.deepEqual(await numbers(page), last);
  await close();
});

test("nothing jumps when the page comes up and when it is filtered", async () => {
  for (const width of [1280, 600]) {
    const { page, close } = await open("index.html", { viewport: { width, height: 900 } });
    const tops = () => page.$$eval("#filter, #register-tabel, #register-tabel thead", (all) => all.map((it) => it.offsetTop));
    const lefts = () => page.$$eval("#register-tabel th", (all) => all.slice(0, 7).map((it) => it.offsetLeft));
    const before = [await tops(), await lefts()];
    await page.locator("#filter-status").selectOption("gesloten");
    await search(page, "niet");
    assert.deepEqual([await tops(), await lefts()], before, `${width} px`);
    await close();
  }
});

describe("a register of thousands", () => {
  const folder = mkdtempSync(join(tmpdir(), "klacht-groot-"));
  const site = join(folder, "site");
  const PER_YEAR = { 2023: 700, 2024: 900, 2025: 1100, 2026: 900 };
  const SENTENCES = "De aanvraag lag een week op een bureau voordat iemand haar las. ".repeat(25);

  const complaint = (year, serial) => {
    const number = `${year}-${String(serial).padStart(3, "0")}`;
    const month = String(1 + (serial % 10)).padStart(2, "0");
    const isOpen = year === "2023" && serial === 7;
    const rest = isOpen ? "" : `beeindigd: {datum: ${year}-${month}-20, reden: ingetrokken}\n`;
    const bird = serial % 100 === 0 ? "Over de zilvermeeuw.\n" : "";
    return [number, `---
nummer: ${number}
ontvangen: ${year}-${month}-11
kanaal: brief
betreft: ${serial % 2 ? "aard" : "tijdigheid"}
indiener: {naam: onbekend, telefoon: onbekend}
ontvanger: onbekend
${rest}---

## Omschrijving

${SENTENCES}${bird}`];
  };

  before(() => {
    for (const [year, complaints] of Object.entries(PER_YEAR)) {
      mkdirSync(join(folder, "complaints", year), { recursive: true });
      for (let serial = 1; serial <= complaints; serial++) {
        const [number, text] = complaint(year, serial);
        writeFileSync(join(folder, "complaints", year, `${number}.md`), text);
      }
    }
    const klacht = process.env.KLACHT ?? resolve(import.meta.dirname, "../../target/release/klacht");
    const register = join(folder, "complaints");
    execFileSync(klacht, ["--register", register, "--today", "2026-11-23", "build", "--out", site], { stdio: "pipe" });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const visit = async (path, options) => {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(pathToFileURL(site).href + "/" + path);
    return page;
  };
  const others = async (page) => {
    const items = page.locator("#andere-jaren li:visible");
    return (await items.allTextContents()).map((item) => item.trim());
  };

  test("the front page holds the newest years and all that is open; each older year has its own page", async () => {
    const page = await visit("index.html", { javaScriptEnabled: false });
    const listed = await page.locator("#register-tabel tbody a").allTextContents();
    assert.equal(listed.length, 2001);
    assert.equal(listed.at(-1), "2023-007", "what is still open is here, however old");
    assert.deepEqual(await others(page), ["2024 (900)", "2023 (700)"]);
    await page.getByRole("link", { name: "2024", exact: true }).click();
    await page.waitForURL(/register\/2024\.html/);
    assert.equal(await page.locator("#register-tabel tbody tr").count(), 900);
    assert.deepEqual(await others(page), ["2026 (900)", "2025 (1.100)", "2023 (700)"]);
    await page.context().close();
  });

  test("search and filters count what other years hold, and the links carry the view along", async () => {
    const page = await visit("index.html");
    await search(page, "Zilvermeeuw");
    assert.equal(await count(page).textContent(), "20 van 2.001 klachten, en 16 in andere jaren");
    assert.equal(await page.locator("#andere-jaren h3").textContent(), "Ook gevonden in");
    assert.deepEqual(await others(page), ["2024 (9)", "2023 (7)"]);
    await page.locator("#filter-aard").selectOption("tijdigheid");
    await page.getByRole("link", { name: "2023", exact: true }).click();
    await page.waitForURL(/register\/2023\.html/);
    await settled(page);
    assert.equal(await shown(page).count(), 7);
    assert.equal(await page.locator("#filter-aard").inputValue(), "tijdigheid");
    assert.deepEqual(await others(page), ["2026 (9)", "2025 (11)", "2024 (9)"]);
    await page.locator("#filter button[type=reset]").click();
    await page.waitForFunction(() => document.querySelectorAll("#register-tabel tbody tr:not([hidden])").length === 700);
    assert.deepEqual(await others(page), ["2026 (900)", "2025 (1.100)", "2024 (900)"]);
    await page.context().close();
  });

  test("two thousand complaints load, filter, search and sort within a tenth of a second of script", async () => {
    const seconds = {};
    // What else the machine does only ever adds: the least of some rounds is what the page itself takes.
    for (let round = 0; round < 3; round++) {
      for (const [name, taken] of Object.entries(await scriptOfEachStep())) {
        seconds[name] = Math.min(seconds[name] ?? Infinity, taken);
      }
    }
    for (const [name, least] of Object.entries(seconds)) assert.ok(least < 0.1, `${name} takes ${least} s`);
  });

  /** Opens the register as for the first time and uses it; the seconds of script that each step takes. */
  async function scriptOfEachStep() {
    const page = await visit("protocol.html");
    const session = await page.context().newCDPSession(page);
    // Time of the processor: what the clock says depends on what else the machine does.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const script = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ScriptDuration").value;
    const choose = (name, value) => () => page.locator(`#filter-${name}`).selectOption(value);
    const taken = {};
    for (const [name, act] of Object.entries({
      load: () => page.goto(pathToFileURL(site).href + "/index.html"),
      filter: choose("aard", "aard"),
      unfilter: choose("aard", ""),
      texts: () => search(page, "zilvermeeuw"),
      search: () => search(page, "bureau aanvraag"),
      sort: () => page.locator("#register-tabel thead button").nth(3).click(),
    })) {
      const begin = await script();
      await act();
      await settled(page);
      taken[name] = (await script()) - begin;
    }
    await page.context().close();
    return taken;
  }
});
