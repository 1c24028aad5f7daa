// Every page loads from disk, and whatever it points at is there.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, open, pages } from "./site.js";

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
