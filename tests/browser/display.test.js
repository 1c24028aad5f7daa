// How the pages come up: dark where that is wanted, whole without JavaScript, and without anything that jumps.

import { test } from "node:test";

import { address, faults, kinds, none, open } from "./site.js";

test("who prefers a dark screen gets dark pages, and paper stays white", async () => {
  const ground = (page) =>
    page.evaluate(() => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3;
    });
  none(
    await faults({}, async (page) => {
      const found = [];
      await page.emulateMedia({ media: "screen", colorScheme: "dark" });
      if ((await ground(page)) > 60) found.push("is light on a dark screen");
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      if ((await ground(page)) < 250) found.push("is dark on paper");
      await page.emulateMedia({ media: "screen", colorScheme: "light" });
      if ((await ground(page)) < 230) found.push("is dark on a light screen");
      return found;
    }),
  );
});

test("without JavaScript every page has the same words, and no control that does nothing", async () => {
  const words = (page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, " "));
  const scripted = new Map();
  await faults({}, async (page, url) => {
    // A page with a register gets words from the script: those of the filter.
    if ((await page.locator("#filter").count()) === 0) scripted.set(url, await words(page));
    return [];
  });
  none(
    await faults({ javaScriptEnabled: false }, async (page, url) => {
      const controls = await page.locator("button:visible, input:visible, select:visible, textarea:visible").count();
      return [
        ...(controls > 0 ? [`shows ${controls} controls that do nothing`] : []),
        ...(scripted.has(url) && scripted.get(url) !== (await words(page)) ? ["says something else"] : []),
      ];
    }),
  );
});

/** Opens a page with a record of everything in it that moves without the page being scrolled. */
async function watch(path, options) {
  const opened = await open("protocol.html", options);
  await opened.page.addInitScript(() => {
    globalThis.shifts = [];
    const name = ({ node }) => node?.outerHTML?.slice(0, 100) ?? "text";
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shifts.push(entry.sources.map(name).join(", "));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await opened.page.goto(address(path), { waitUntil: "load" });
  return opened;
}

test("nothing jumps while a page loads", async () => {
  for (const viewport of [{ width: 320, height: 700 }, { width: 1280, height: 900 }]) {
    for (const path of kinds()) {
      const { page, close } = await watch(path, { viewport });
      await page.waitForTimeout(150);
      none((await page.evaluate(() => globalThis.shifts)).map((shift) => `${path} at ${viewport.width} px: ${shift} jumps`));
      await close();
    }
  }
});

test("the filter, the heads and the columns of the register stay where they are while it is filtered", async () => {
  const { page, close } = await open("index.html", { viewport: { width: 1280, height: 900 } });
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("#filter, #filter input, #filter select, #register-tabel thead th")].map((element) => {
        const { x, y, width } = element.getBoundingClientRect();
        return `${element.id || element.textContent.trim()}: ${Math.round(x)}, ${Math.round(y + scrollY)}, ${Math.round(width)} wide`;
      }),
    );
  const before = await places();
  for (const words of ["2025-003", "zzzz", ""]) {
    await page.locator("#filter-tekst").fill(words);
    await page.waitForTimeout(300);
    const now = await places();
    none(now.filter((place) => !before.includes(place)).map((place) => `"${words}" moves ${place}`));
  }
  await close();
});
