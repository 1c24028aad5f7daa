// The finished site of the register that comes with klacht, opened from disk in a real browser, as the team opens it.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { address, kinds, open, pages, site } from "./site.js";

test("free text says that a machine alone anonymised it, on screen and on paper", async () => {
  const { page, close } = await open("index.html");
  for (const media of ["screen", "print"]) {
    await page.emulateMedia({ media });
    for (const path of pages()) {
      await page.goto(address(path));
      const texts = await page.locator(".prose, .about, .subject:not(.cap), .register th > span").count();
      const badge = page.locator(".read-by .badge");
      assert.equal(await badge.count(), texts > 0 ? 1 : 0, path);
      if (texts > 0) assert.ok(await badge.isVisible(), `${path} on ${media}`);
      const cases = page.locator(".case");
      assert.equal(await cases.locator(".marks .badge.machine").count(), await cases.count(), path);
    }
  }
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

test("the front page with all that it loads is under 60 KiB, before it is packed", () => {
  const bytes = ["index.html", "style.css", "register.js", "icon.svg"].map((path) => statSync(join(site, path)).size);
  const sum = bytes.reduce((all, own) => all + own);
  assert.ok(sum < 60 * 1024, `${bytes.join(" + ")} = ${sum} bytes`);
});
