// The pages as documents: valid by the Nu HTML checker, and built so that others than eyes can read them.

import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import vnu from "vnu-jar";

import { faults, management, none, pages, serve, site } from "./site.js";

/** What the checker says, errors and warnings, of files or addresses. */
async function check(...parameters) {
  // Loopback is closed to the checker unless it is told otherwise.
  const java = ["-Dnu.validator.servlet.allow-forbidden-hosts=true", "-Xss4m", "-jar", vnu];
  const form = ["--format", "json", "--stdout", "--exit-zero-always"];
  const { stdout } = await promisify(execFile)("java", [...java, ...form, ...parameters], { maxBuffer: 1 << 28 });
  return JSON.parse(stdout).messages.map(({ url, lastLine, message }) => `${url ?? ""}:${lastLine ?? ""}: ${message}`);
}

for (const [audience, of] of Object.entries({ team: site, management })) {
  test(`the Nu HTML checker has nothing to say of any page for the ${audience}`, async () => {
    // Over http: from disk the checker takes the stylesheet for a stranger and warns of the content security policy.
    const { origin, close } = await serve(of);
    try {
      none(await check(...pages(of).map((path) => origin + path)));
    } finally {
      await close();
    }
  });
}

// Properties of SVG 2 that browsers know and the checker does not yet.
const younger = /Property “(?:paint-order|vector-effect)” doesn't exist/;

test("the Nu HTML checker has nothing to say of stylesheet and pictures", async () => {
  const files = (end) => readdirSync(site, { recursive: true }).filter((path) => path.endsWith(end)).map((path) => join(site, path));
  const said = [...(await check("--css", ...files(".css"))), ...(await check("--svg", ...files(".svg")))];
  none(said.filter((message) => !younger.test(message)));
});

/** What the checker leaves to taste. */
function outline() {
  const faults = [];
  const want = (holds, fault) => holds || faults.push(fault);
  want(document.documentElement.lang === "nl", "does not say that it is Dutch");
  want(document.doctype, "has no doctype");
  want(document.title.trim(), "has no title");
  want(document.querySelector("meta[name=robots]")?.content.includes("noindex"), "does not say noindex");
  want(document.querySelectorAll("main").length === 1, "has not one main");

  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  want(headings.filter(({ tagName }) => tagName === "H1").length === 1, "has not one h1");
  let level = 0;
  for (const heading of headings) {
    const next = Number(heading.tagName[1]);
    want(next <= level + 1, `goes from h${level} to h${next} at "${heading.textContent.trim()}"`);
    want(heading.textContent.trim(), `has an empty h${next}`);
    level = next;
  }

  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  want(new Set(ids).size === ids.length, `has an id twice: ${ids.find((id, at) => ids.indexOf(id) !== at)}`);
  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      const gone = element.getAttribute(attribute).split(/\s+/).filter((id) => !document.getElementById(id));
      want(gone.length === 0, `points with ${attribute} at ${gone}, which is not there`);
    }
  }

  for (const table of document.querySelectorAll("table")) {
    const name = table.caption?.textContent.trim();
    want(name, `has a table without caption: ${table.outerHTML.slice(0, 100)}`);
    const heads = [...table.querySelectorAll("th")];
    want(heads.length > 0, `has a table without heads: ${name}`);
    want(heads.every((head) => head.hasAttribute("scope")), `has a head without scope in the table ${name}`);
  }
  for (const picture of document.querySelectorAll("svg[role=img]")) {
    const says = (selector) => picture.querySelector(`:scope > ${selector}`)?.textContent.trim();
    want(says("title") && says("desc"), `has a picture without title and description: ${picture.outerHTML.slice(0, 100)}`);
  }
  for (const picture of document.querySelectorAll("svg:not([role=img])")) {
    // One that is drawn in parts is told as a whole.
    want(picture.closest("[role=img], [aria-hidden=true]"), `has a picture that is neither told nor hidden: ${picture.outerHTML.slice(0, 100)}`);
  }
  want(!document.querySelector("[style], style, script:not([src])"), "carries style or script in itself");
  return faults;
}

test("every page is in Dutch, out of search engines, with one h1, headings without gaps, named tables and unique ids", async () => {
  none(await faults({}, (page) => page.evaluate(outline)));
});
