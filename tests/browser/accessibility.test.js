// axe-core on the finished pages.

import assert from "node:assert/strict";
import { test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { kinds, open } from "./site.js";

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
