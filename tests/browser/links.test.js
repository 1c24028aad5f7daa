// A crawler over the finished site, from disk and over http: what a page points at is there, and every page is found.

import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { address, browser, management, none, pages, serve, site } from "./site.js";

/** Everything that the page in the window points at, whole addresses. */
function pointers(base) {
  const found = new Set();
  // The management reads a complaint as it was typed, with links to anywhere, which nobody follows here.
  const typed = (element) => element.closest(".prose") && document.querySelector(".confidential") && !element.href?.startsWith(base);
  for (const name of ["href", "src", "srcset", "data", "action", "poster"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (!typed(element)) found.add(new URL(element.getAttribute(name), document.baseURI).href);
    }
  }
  return [...found];
}

/** The addresses in a file that is no page: a stylesheet or a feed. */
function mentions(type, text) {
  const form = { css: /url\(\s*["']?([^"')]+)/g, atom: /href="([^"]+)"/g, xml: /href="([^"]+)"/g, svg: /(?:href|src)="([^"]+)"/g }[type];
  return form ? [...text.matchAll(form)].map(([, link]) => link.replaceAll("&amp;", "&")) : [];
}

/** Follows every pointer from the front page on; gives the faults, and the pages that were found. */
async function crawl(base) {
  const faults = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  const inside = (url) => decodeURIComponent(url.slice(base.length));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`${inside(page.url())}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`${inside(page.url())}: ${error}`));
  page.on("request", (request) => request.url().startsWith(base) || faults.push(`${inside(page.url())} asks for ${request.url()}`));

  const places = new Map();
  const links = [];
  const waiting = [`${base}index.html`];
  const meet = (from, targets) => {
    for (const target of targets) {
      const file = target.split("#")[0];
      links.push([from, target]);
      if (!file.startsWith(base)) faults.push(`${inside(from)} leads out of the site: ${target}`);
      else if (!places.has(file) && !waiting.includes(file)) waiting.push(file);
    }
  };
  for (let url = waiting.shift(); url; url = waiting.shift()) {
    if (url.endsWith(".html")) {
      const answer = await page.goto(url).catch(() => null);
      places.set(url, answer?.ok() ? await page.$$eval("[id]", (elements) => elements.map(({ id }) => id)) : null);
      if (answer?.ok()) meet(url, await page.evaluate(pointers, base));
    } else {
      const text = await read(url);
      places.set(url, text === null ? null : []);
      if (text !== null) meet(url, mentions(url.split(".").at(-1), text).map((link) => new URL(link, url).href));
    }
  }
  for (const [from, target] of links) {
    const [file, place] = target.split("#");
    if (places.get(file) === null) faults.push(`${inside(from)} leads to ${inside(file)}, which is not there`);
    else if (place && !places.get(file)?.includes(decodeURIComponent(place))) faults.push(`${inside(from)} leads to ${inside(target)}, a place that is not there`);
  }
  await context.close();
  return { faults, found: [...places.keys()].map(inside) };
}

async function read(url) {
  if (url.startsWith("file:")) return readFile(new URL(url), "utf8").catch(() => null);
  const answer = await fetch(url);
  return answer.ok ? answer.text() : null;
}

async function check(base, of) {
  const { faults, found } = await crawl(base);
  const lost = pages(of).filter((path) => !found.includes(path));
  none([...new Set(faults), ...lost.map((path) => `no link leads to ${path}`)]);
}

for (const [audience, of] of Object.entries({ team: site, management })) {
  test(`from disk every page for the ${audience} loads without complaint, and no link or place in it is missing`, () =>
    check(`${address("", of)}/`, of));

  test(`over http every page for the ${audience} loads without complaint, and no link or place in it is missing`, async () => {
    const { origin, close } = await serve(of);
    try {
      await check(origin, of);
    } finally {
      await close();
    }
  });
}
