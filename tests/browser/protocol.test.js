// The protocol page as a complainant gets it: on one sheet of A4, with a picture that can be read, whatever the office has set.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");
const klacht = process.env.KLACHT ?? join(root, "target/release/klacht");
const folder = mkdtempSync(join(tmpdir(), "klacht-protocol-"));

const terms = (handling, ruling) => `termijnen: {afhandeling: ${handling}, uitspraak: ${ruling}}\n`;
const settings = {
  wenb: "organisatie: WENB\n",
  awb: `organisatie: Gemeente Voorbeeldstad\n${terms("6 weken", "10 weken")}kalender: {verschuif-naar-werkdag: ja}\n`,
  wkkgz: `organisatie: Stichting Gezondheidscentrum De Voorbeeldige Brug\n${terms("6 weken", "4 weken")}kalender:
  uitspraak-vanaf: beroep
  verschuif-naar-werkdag: ja
  goede-vrijdag: ja
  extra-vrije-dagen: [2026-12-28, 2026-12-29, 2026-12-30, 2026-12-31]
uiterlijk: {naam: Klachten en verbeterpunten, kleur: "#7a1f5c", logo: logo.svg}\n`,
};

let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The protocol page of an office with these settings. */
function build(name) {
  const register = join(folder, name, "complaints");
  mkdirSync(register, { recursive: true });
  writeFileSync(join(register, "protocol.yaml"), settings[name]);
  writeFileSync(join(register, "logo.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><rect width="3" height="1" fill="#7a1f5c"/></svg>');
  const out = join(folder, name, "site");
  execFileSync(klacht, ["--register", register, "--today", "2026-11-23", "build", "--out", out], { stdio: "pipe" });
  return pathToFileURL(join(out, "protocol.html")).href;
}

for (const name of Object.keys(settings)) {
  test(`the letter of ${name} prints on one A4, without what is for the office`, async () => {
    const page = await browser.newPage();
    await page.goto(build(name));
    const pdf = join(folder, `${name}.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    const about = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    assert.match(about, /Pages:\s+1\n/);
    assert.match(about, /Page size:.*A4/);
    const text = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" });
    assert.match(text, /Uitspraak op beroep/);
    assert.match(text, /in beroep/);
    assert.doesNotMatch(text, /intern gebruik|Voor het bureau|gepseudonimiseerd|Oorzaken/);
    await page.close();
  });

  test(`the picture of ${name} keeps its words apart and within, from 320 px on`, async () => {
    const address = build(name);
    for (const width of [320, 640, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(address);
      const { frame, words } = await page.evaluate(() => {
        const box = (element) => element.getBoundingClientRect().toJSON();
        const svg = document.querySelector(".terms-picture svg");
        return { frame: box(svg), words: [...svg.querySelectorAll("text")].map(box) };
      });
      for (const [at, word] of words.entries()) {
        assert.ok(word.left >= frame.left - 1 && word.right <= frame.right + 1 && word.bottom <= frame.bottom + 1, `${width}: word ${at}`);
        const others = words.slice(at + 1);
        const apart = (other) => other.left >= word.right || other.right <= word.left || other.top >= word.bottom || other.bottom <= word.top;
        assert.ok(others.every(apart), `${width}: word ${at} lies on another`);
      }
      await page.close();
    }
  });
}
