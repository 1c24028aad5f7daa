// The reports for the team meeting on paper: printed to PDF by the browser, and read back as poppler sees it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");
const klacht = process.env.KLACHT ?? join(root, "target/release/klacht");
const folder = mkdtempSync(join(tmpdir(), "klacht-print-"));
const TODAY = "2026-11-23";

// Points. The margins of the stylesheet: 18 mm above, 17 mm beside, 20 mm below.
const MILLIMETRE = 72 / 25.4;
const A4 = { width: 210 * MILLIMETRE, height: 297 * MILLIMETRE };
const MARGIN = { top: 18 * MILLIMETRE, side: 17 * MILLIMETRE, bottom: 20 * MILLIMETRE };

let browser;
/** Every report of the register that comes with klacht, and one of a register with many complaints in a quarter. */
let reports;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const own = build(join(root, "complaints"), "own");
  const busy = build(busyRegister(40), "busy");
  const paths = readdirSync(join(own, "teamoverleg")).map((name) => join(own, "teamoverleg", name));
  paths.push(join(busy, "teamoverleg/sinds-vorig-overleg.html"));
  reports = [];
  for (const path of paths) reports.push(await printed(path));
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function build(register, name, ...more) {
  const site = join(folder, name);
  execFileSync(klacht, ["--register", register, "--today", TODAY, "build", ...more, "--out", site], { stdio: "pipe" });
  return site;
}

/** A register with so many handled complaints, of texts long and short. */
function busyRegister(count) {
  const register = join(folder, "complaints");
  mkdirSync(join(register, "2026"), { recursive: true });
  writeFileSync(join(register, "medewerkers.yaml"), "- {naam: Jan de Vries, functie: medewerker}\n");
  const paragraph = "Het antwoord kwam later dan beloofd, en niemand belde om dat te zeggen. ";
  for (let serial = 1; serial <= count; serial += 1) {
    const number = `2026-${String(serial).padStart(3, "0")}`;
    const story = `${paragraph.repeat(1 + ((serial * 7) % 23))}\n\n| Wat | Hoe vaak |\n|---|---|\n| gebeld | ${serial} keer |\n\n${paragraph.repeat(serial % 5)}`;
    const text = `---
nummer: ${number}
ontvangen: 2026-10-05
kanaal: e-mail
betreft: tijdigheid
onderwerp: Antwoord nummer ${serial} kwam te laat
indiener: {naam: Fatima el Amrani, telefoon: 06 12 34 56 78, e-mail: f.elamrani@example.nl}
ontvanger: Jan de Vries
behandelaar: Jan de Vries
geregistreerd: 2026-10-06
bevestigd: 2026-10-06
contact: 2026-10-07
oorzaak: planning
afgehandeld: 2026-10-14
maatregelen:
  - {wat: Maatregel ${serial} op het bord, wie: Jan de Vries, voor: 2026-12-01}
---
## Omschrijving
${story}

## Oorzaak
${paragraph.repeat(serial % 3 + 1)}

## Voorgestelde oplossing
${paragraph.repeat(serial % 7 + 1)}

## Leerpunten
${paragraph}
`;
    writeFileSync(join(register, `2026/${number}.md`), text);
  }
  return register;
}

/** A report as the browser shows it, and its sheets as they come out of the printer. */
async function printed(path) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  const pdf = `${path}.pdf`;
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const texts = (selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent));
  const report = {
    path,
    headings: (await texts("main h1 .subject, main h2, main h3, main h4")).map(squeezed).filter(Boolean),
    numbers: await texts(".case h3 .number"),
    rows: await page.$$eval("main tr", (rows) => rows.map((row) => [...row.cells].map((cell) => [...cell.querySelectorAll("svg")].forEach((svg) => svg.remove()) ?? cell.textContent))),
    running: await page.getAttribute("html", "data-running"),
    sheets: sheets(pdf),
    text: squeezed(execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" })),
    info: execFileSync("pdfinfo", [pdf], { encoding: "utf8" }),
  };
  await page.close();
  return report;
}

const squeezed = (text) => text.replace(/\s+/g, " ").trim();
/** Without space or capitals: a line that is broken on paper, or a word that the stylesheet begins large, is the same text. */
const solid = (text) => text.replace(/\s+/g, "").toLowerCase();

/** Each sheet as its lines from top to bottom, with where they stand; `body` are those within the margins. */
function sheets(pdf) {
  const html = execFileSync("pdftotext", ["-bbox-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };
  return html.split(/<page /).slice(1).map((page) => {
    const lines = [...page.matchAll(/<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([\s\S]*?)<\/line>/g)]
      .map(([, left, top, right, bottom, words]) => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: squeezed([...words.matchAll(/<word[^>]*>([\s\S]*?)<\/word>/g)].map(([, word]) => word).join(" "))
          .replace(/&\w+;/g, (entity) => entities[entity] ?? entity),
      }))
      .sort((one, other) => one.bottom - other.bottom);
    const isBody = ({ top, bottom }) => bottom > MARGIN.top && top < A4.height - MARGIN.bottom;
    return { body: lines.filter(isBody), edge: lines.filter((line) => !isBody(line)) };
  });
}

/** What stands beside a line and just below it on the same sheet: room for a row of a table of a few lines. */
function band(body, { top }) {
  const near = body.filter((line) => line.top > top - 6 && line.bottom < top + 48);
  return near.map((line) => solid(line.text)).join(" ");
}

test("every sheet is A4 and says which of how many it is, of which report, and for whom", () => {
  for (const { path, sheets, info, running } of reports) {
    assert.match(info, /Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/, path);
    const count = Number(/Pages:\s+(\d+)/.exec(info)[1]);
    assert.equal(sheets.length, count, path);
    sheets.forEach(({ edge }, at) => {
      const text = edge.map((line) => line.text).join(" | ");
      for (const part of [`bladzijde ${at + 1} van ${count}`, running, "Alleen voor intern gebruik"]) {
        assert.ok(text.includes(part), `${path}, sheet ${at + 1}: ${part} in ${text}`);
      }
    });
  }
});

test("nothing stands outside the margins", () => {
  for (const { path, sheets } of reports) {
    for (const [at, { body }] of sheets.entries()) {
      for (const line of body) {
        const place = `${path}, sheet ${at + 1}: ${line.text}`;
        assert.ok(line.left >= MARGIN.side - 1 && line.right <= A4.width - MARGIN.side + 1, place);
        assert.ok(line.top >= MARGIN.top - 4 && line.bottom <= A4.height - MARGIN.bottom + 4, place);
      }
    }
  }
});

test("no heading is the last line of a sheet", () => {
  for (const { path, sheets, headings } of reports) {
    const known = new Set(headings.map(solid));
    for (const [at, { body }] of sheets.entries()) {
      const last = body.at(-1);
      assert.ok(last, `${path}, sheet ${at + 1} is not empty`);
      assert.ok(!known.has(solid(last.text)), `${path}, sheet ${at + 1} ends with ${last.text}`);
      assert.ok(!/^20\d\d-\d{3}$/.test(last.text) || at === sheets.length - 1, `${path}, sheet ${at + 1} ends with ${last.text}`);
    }
  }
});

test("every complaint and every row of every table is on paper, and no row is cut", () => {
  for (const { path, sheets, text, numbers, rows, headings } of reports) {
    const paper = solid(text);
    assert.ok(new Set(numbers).size === numbers.length, path);
    for (const number of numbers) assert.ok(paper.includes(number), `${path}: ${number}`);
    for (const heading of headings) assert.ok(paper.includes(solid(heading)), `${path}: ${heading}`);
    assert.ok(rows.length > 8, path);
    const bands = sheets.flatMap(({ body }) => body.map((line) => band(body, line)));
    for (const row of rows) {
      // Cells stand beside each other: their words come in any order, but together.
      const words = row.flatMap((cell) => squeezed(cell).toLowerCase().split(" ")).filter(Boolean);
      assert.ok(bands.some((band) => words.every((word) => band.includes(word))), `${path}: ${words.join(" ")}`);
    }
  }
});

test("the figures fill one sheet of their own, and a table that runs on repeats its head", () => {
  for (const { path, sheets } of reports) {
    const [first, second] = sheets.map(({ body }) => body.map((line) => line.text).join(" "));
    assert.match(first, /terugkerende oorzaken/i, path);
    assert.ok(second.startsWith("Klachten om te bespreken"), `${path}: ${second.slice(0, 60)}`);
  }
  const { sheets } = reports.at(-1);
  const listed = sheets.filter(({ body }) => body.filter((line) => /Maatregel \d+ op het bord/.test(line.text)).length > 3);
  assert.ok(listed.length > 1, "forty measures take more than one sheet");
  for (const { body } of listed) assert.ok(body.some((line) => line.text.includes("Uiterlijk in")), body[0].text);
});

test("the register lies on its side, with its heading on the sheet where it begins", async () => {
  const { sheets } = await printed(join(folder, "own/index.html"));
  const begin = sheets.findIndex(({ body }) => body.some((line) => line.text.startsWith("Klachtenregister: alle klachten")));
  assert.equal(sheets[begin].body[0].text, "Alle klachten");
  assert.ok(!sheets[begin - 1].body.some((line) => line.text === "Alle klachten"));
  assert.ok(sheets[begin].body.some((line) => line.right > A4.width), "lines are wider than a sheet that stands");
});

test("what the management prints says on every sheet that it is confidential, and a complaint is the form of the protocol", async () => {
  const out = build(join(root, "complaints"), "management", "--audience", "management");
  for (const path of ["index.html", "klachten/2025-009.html", "teamoverleg/2026-Q4.html", "analyse.html"]) {
    const { sheets } = await printed(join(out, path));
    for (const [at, { edge, body }] of sheets.entries()) {
      const text = [...edge, ...body].map((line) => line.text).join(" | ");
      for (const part of ["VERTROUWELIJK", "Vertrouwelijk: alleen voor directie en behandelaars"]) {
        assert.ok(text.includes(part), `${path}, sheet ${at + 1}: ${part} in ${text}`);
      }
      assert.ok(!text.includes("Alleen voor intern gebruik"), `${path}, sheet ${at + 1}`);
    }
  }
  const { text } = await printed(join(out, "klachten/2025-009.html"));
  let from = 0;
  for (const field of ["Klachtenformulier", "Nummer klacht", "Datum ontvangst", "Naam indiener", "Telefoonnummer", "Naam ontvanger", "Behandelaar",
    "Oorzaak", "Datum oplossing", "Omschrijving", "Oorzaak", "Voorgestelde oplossing"]) {
    from = text.indexOf(field, from) + 1;
    assert.ok(from > 0, `${field} in its place in ${text}`);
  }
});
