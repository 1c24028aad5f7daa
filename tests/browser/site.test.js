// The finished site of the register that comes with klacht, opened from disk in a real browser, as the team opens it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, kinds, open, pages } from "./site.js";

const shown = (page) => page.locator("#register-tabel tbody tr:visible");

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
