// `klacht serve` in a real browser: a page that is open follows the register by itself.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";

import axe from "axe-core";

import { browser, klacht } from "./site.js";

const folder = mkdtempSync(join(tmpdir(), "klacht-serve-"));
const file = join(folder, "complaints/2026/2026-001.md");
let program;
let url;

const complaint = (subject) => `---
nummer: 2026-001
ontvangen: 2026-11-20
kanaal: e-mail
betreft: tijdigheid
onderwerp: ${subject}
indiener:
  naam: Fatima el Amrani
  telefoon: 06 12 34 56 78
  e-mail: f.elamrani@example.nl
ontvanger: Jan de Vries
---

## Omschrijving
Het advies kwam niet.
`;

const start = async (port) => {
  program = spawn(klacht, ["serve", "--today", "2026-11-23", "--port", port], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(program.stdout), "line");
  url = line.match(/http:\S+/)[0];
};

const stop = async () => {
  program.kill("SIGINT");
  const [status] = await once(program, "exit");
  assert.equal(status, 0);
};

before(async () => {
  mkdirSync(join(folder, "complaints/2026"), { recursive: true });
  writeFileSync(file, complaint("Advies kwam te laat"));
  await start("0");
});

after(() => {
  program.kill();
  rmSync(folder, { recursive: true, force: true });
});

const open = async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(String(error)));
  await page.goto(`${url}klachten/2026-001.html`);
  return { page, trouble, close: () => context.close() };
};

test("a page that is open follows every change by itself, and tells what is broken", async () => {
  const { page, trouble, close } = await open();
  const heading = (subject) => page.getByRole("heading", { name: subject }).first().waitFor();
  const alert = page.getByRole("alert");
  await heading("Advies kwam te laat");

  writeFileSync(file, complaint("Advies kwam heel laat"));
  await heading("Advies kwam heel laat");
  assert.equal(await alert.count(), 0);

  writeFileSync(file, "geen klacht meer");
  await alert.waitFor();
  assert.match(await alert.innerText(), /Deze site is niet bijgewerkt[^]*2026-001, regel 1/);
  await heading("Advies kwam heel laat");

  writeFileSync(file, complaint("Advies kwam niet"));
  await heading("Advies kwam niet");
  await alert.waitFor({ state: "detached" });
  assert.deepEqual(trouble, []);
  await close();
});

test("what is told can be read by everyone, on light and on dark screens", async () => {
  writeFileSync(file, "geen klacht meer");
  const { page, close } = await open();
  await page.getByRole("alert").waitFor();
  await page.locator(".klacht-serve-attention summary").click();
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => globalThis.axe.run(".klacht-serve"));
    assert.deepEqual(violations.map((violation) => violation.id), []);
  }
  writeFileSync(file, complaint("Advies kwam niet"));
  await page.getByRole("alert").waitFor({ state: "detached" });
  await close();
});

test("a page says that the server has stopped, and follows the next one", async () => {
  const { page, close } = await open();
  const stopped = page.getByText("klacht serve is gestopt");
  await stop();
  await stopped.waitFor();
  writeFileSync(file, complaint("Advies kwam na een herstart"));
  await start(new URL(url).port);
  await page.getByRole("heading", { name: "Advies kwam na een herstart" }).first().waitFor();
  assert.equal(await stopped.isVisible(), false);
  await close();
});
