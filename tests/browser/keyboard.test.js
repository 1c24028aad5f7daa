// Everything that a mouse can do, a keyboard can: reach it, see where it is, use it, and leave it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, faults, kinds, none, open } from "./site.js";

/** Opens what is folded, and numbers everything that can be worked, in reading order; returns how many there are. */
function prepare() {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const workable = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const elements = [...document.querySelectorAll(workable)].filter(
    (element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }),
  );
  elements.forEach((element, at) => (element.dataset.stop = at));
  return elements.length;
}

/** Where the focus is, and what is wrong with how it shows. */
async function focused() {
  // The browser scrolls to what has the focus in the frame that follows.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const name = element.outerHTML.slice(0, 120);
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const faults = [];
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0) faults.push(`focus does not show: ${name}`);
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) faults.push(`focus is out of sight: ${name}`);
  const [line] = element.getClientRects();
  if (width > 0 && height > 0 && line) {
    const x = Math.min(Math.max(line.left + line.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(line.top + line.height / 2, 0), innerHeight - 1);
    const above = document.elementFromPoint(x, y);
    const shows = above && (element.contains(above) || above.contains(element) || above.closest("label")?.control === element);
    if (!shows) faults.push(`focus is covered: ${name}`);
  }
  return { stop: element.dataset.stop, faults };
}

async function walk(page) {
  const found = [];
  const count = await page.evaluate(prepare);
  const reached = [];
  // Scroll areas are stops too, which the browser makes by itself.
  for (let press = 0; press < 2 * count + 10; press++) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(focused);
    if (!now) break;
    if (now.stop === "0" && reached.length > 0) break;
    found.push(...now.faults);
    if (now.stop !== undefined) reached.push(Number(now.stop));
  }
  const missed = await page.evaluate(
    (reached) =>
      [...document.querySelectorAll("[data-stop]")]
        .filter(({ dataset }) => !reached.includes(Number(dataset.stop)))
        .map((element) => `cannot be reached: ${element.outerHTML.slice(0, 120)}`),
    reached,
  );
  const disorder = reached.filter((stop, at) => at > 0 && stop < reached[at - 1]);
  if (disorder.length > 0) found.push(`focus goes back at stop ${disorder[0]}`);
  return [...found, ...missed];
}

for (const width of [320, 1280]) {
  test(`Tab reaches everything in reading order, shows where it is, and gets out again, ${width} px wide`, async () => {
    none(await faults({ viewport: { width, height: 900 }, reducedMotion: "reduce" }, walk));
  });
}

test("focus shows in the colours that a reader forces", async () => {
  none(await faults({ forcedColors: "active", reducedMotion: "reduce" }, walk, kinds().map((path) => address(path))));
});

test("the first Tab offers to skip to the content, and Enter goes there", async () => {
  for (const path of kinds()) {
    const { page, close } = await open(path);
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    assert.equal(await skip.textContent(), "Naar de inhoud", path);
    const { x, y } = await skip.boundingBox();
    assert.ok(x >= 0 && y >= 0, `${path}: the link is in sight`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.querySelector("main").contains(document.activeElement));
    assert.ok(inside, `${path}: the next stop is in the content`);
    await close();
  }
});
