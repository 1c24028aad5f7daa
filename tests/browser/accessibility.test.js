// WCAG 2.2 AA by machine: axe-core on every page, and what axe does not look at.

import { test } from "node:test";

import axe from "axe-core";

import { faults, none } from "./site.js";

const narrow = { width: 320, height: 256 }; // 1280 by 1024 at 400 %
const wide = { width: 1280, height: 900 };

const rules = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** What axe finds in the page as it stands. */
async function violations(page) {
  const found = await page.evaluate((rules) => globalThis.axe.run(rules), rules);
  return found.violations.map(({ id, nodes }) => `${id} at ${nodes[0].html.slice(0, 160)}`);
}

/** How far the page is wider than the window. */
async function overflow(page) {
  const pixels = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return pixels > 0 ? [`${pixels} px too wide`] : [];
}

async function lightAndDark(page, look) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await look(page)).map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}

/** Words in pictures, which axe does not measure: what they stand on, how far they stand out, how large they are. */
function wordsInPictures() {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
  };
  const over = (above, below) => below.map((value, at) => (at < 3 ? above[at] * above[3] + value * (1 - above[3]) : 1));
  const paint = (element) => {
    const style = getComputedStyle(element);
    if (!(element instanceof SVGElement) || element instanceof SVGSVGElement) return rgba(style.backgroundColor);
    const [red, green, blue, alpha] = rgba(style.fill.startsWith("url") || style.fill === "none" ? "transparent" : style.fill);
    return [red, green, blue, alpha * style.fillOpacity * style.opacity];
  };
  const light = (colour) => {
    const [red, green, blue] = colour.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const faults = [];
  for (const text of document.querySelectorAll("svg text")) {
    if (!text.checkVisibility({ visibilityProperty: true }) || !text.textContent.trim()) continue;
    text.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const { left, top, width, height } = text.getBoundingClientRect();
    const beneath = document
      .elementsFromPoint(left + width / 2, top + height / 2)
      .filter((element) => !element.closest("text"))
      .map(paint);
    beneath.push(rgba("Canvas"));
    const ground = beneath.reduceRight((below, above) => over(above, below));
    const ratio = contrast(over(paint(text), ground), ground);
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d;
    if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(1)} of "${text.textContent.trim()}" in a picture`);
    if (size < 10) faults.push(`${size.toFixed(1)} px is too small for "${text.textContent.trim()}" in a picture`);
  }
  return faults;
}

for (const viewport of [narrow, wide]) {
  test(`axe finds nothing on any page and words in pictures stand out, light and dark, ${viewport.width} px wide`, async () => {
    none(
      await faults({ viewport }, async (page) => {
        await page.evaluate(axe.source);
        const look = async () => [...(await violations(page)), ...(await page.evaluate(wordsInPictures))];
        return [...(await overflow(page)), ...(await lightAndDark(page, look))];
      }),
    );
  });
}

test("words in pictures stay readable in the colours that a reader forces", async () => {
  none(
    await faults({ forcedColors: "active", viewport: wide }, (page) =>
      lightAndDark(page, () => page.evaluate(wordsInPictures)),
    ),
  );
});

test("nothing is cut off or runs out of a narrow window when text is set wider", async () => {
  const spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    + "p { margin-block-end: 2em !important }";
  none(
    await faults({ viewport: narrow }, async (page) => {
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
      }, spacing);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("main *, header *, footer *")]
          .filter((element) => {
            const style = getComputedStyle(element);
            const hides = [style.overflowX, style.overflowY].some((value) => ["hidden", "clip"].includes(value));
            const visible = element.clientWidth > 1 && element.clientHeight > 1;
            return hides && visible && !(element instanceof SVGElement)
              && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
          })
          .map((element) => `cut off: ${element.outerHTML.slice(0, 120)}`),
      );
      return [...(await overflow(page)), ...cut];
    }),
  );
});

test("who asks for little motion gets none", async () => {
  none(
    await faults({ reducedMotion: "reduce" }, (page) =>
      page.evaluate(() => {
        const longest = (times) => Math.max(...times.split(",").map(parseFloat));
        return [document.documentElement, ...document.body.querySelectorAll("*")]
          .filter((element) => {
            const style = getComputedStyle(element);
            const moves = style.animationName !== "none" && longest(style.animationDuration) > 0.01;
            return moves || longest(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth";
          })
          .map((element) => `moves: ${element.outerHTML.slice(0, 120)}`);
      }),
    ),
  );
});
