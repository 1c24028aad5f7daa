// Adds to the register what a table cannot do by itself: search, filter, sort, and a view that the address remembers.
// Reads the table, and once somebody searches also the texts in zoeken/; without it the page is whole.
"use strict";

const part = (id) => document.getElementById(id);
const table = part("register-tabel"), form = part("filter");

const site = new URL(".", document.currentScript.src);
const heads = [...table.tHead.rows[0].cells];
const count = form.querySelector(".count");
const nothing = part("niets");
const text = part("filter-tekst");
const selects = {};
for (const name of ["jaar", "status", "aard", "oorzaak"]) selects[name] = part("filter-" + name);
const [NUMBER, KIND, STATUS, CAUSE, LEAD] = [0, 2, 3, 5, 6];

const words = (cell) => cell.textContent.trim();
// Only what may bear an accent is taken apart: the whole of a long text costs ten times as much.
const fold = (phrase) => phrase.replace(/[^\0-\x7f]+/g, (letters) => letters.normalize("NFD").replace(/\p{Mn}/gu, "")).toLowerCase();
const inDutch = (number) => number.toLocaleString("nl-NL");

const rows = [...table.tBodies[0].rows].map((row) => {
  const number = words(row.querySelector("a"));
  const choices = { jaar: number.slice(0, 4), status: words(row.cells[STATUS]), aard: words(row.cells[KIND]), oorzaak: words(row.cells[CAUSE]) };
  return { row, number, choices, keys: [] };
});
const onThisPage = new Set(rows.map(({ number }) => number));

// --- The texts: a file for each volume of the register, which hands itself over by calling registerVolume.

const elsewhere = part("andere-jaren");
const links = elsewhere ? [...elsewhere.querySelectorAll("a")] : [];
const volumes = new Map();
const texts = new Map();
let loading = null;
let loaded = false;

window.registerVolume = ({ id, complaints }) => {
  volumes.set(id, complaints.map(({ number, received, status, kinds, causes, text: written }) => {
    texts.set(number, fold([number, received, status, kinds, causes, written].join(" ")));
    return { number, choices: { jaar: number.slice(0, 4), status, aard: kinds, oorzaak: causes } };
  }));
};

// A file that cannot be read is passed over: of its complaints the words of the table are searched.
const load = (id) => new Promise((done) => {
  const script = document.createElement("script");
  script.src = new URL(`zoeken/${id}.js`, site);
  script.onload = script.onerror = done;
  document.head.append(script);
});

const loadAll = () => {
  const ids = [...table.dataset.volumes.split(" "), ...links.map((link) => link.dataset.volume)];
  loading ??= Promise.all(ids.map(load)).then(() => { loaded = true; show(); });
};

// --- Filter

const chosenNow = () => Object.entries(selects).filter(([, select]) => select.value);

const fitting = () => {
  const wanted = fold(text.value).split(/\s+/).filter(Boolean);
  const chosen = chosenNow().map(([name, select]) => [name, `, ${select.value}, `]);
  return ({ number, choices, row }) => {
    if (!chosen.every(([name, value]) => `, ${choices[name]}, `.includes(value))) return false;
    if (!wanted.length) return true;
    if (!texts.has(number)) texts.set(number, fold(row.textContent));
    const own = texts.get(number);
    return wanted.every((word) => own.includes(word));
  };
};

const show = () => {
  const searches = Boolean(text.value.trim());
  const isNarrow = searches || chosenNow().length > 0;
  if (searches || (isNarrow && elsewhere)) loadAll();
  const isWaiting = Boolean(loading) && !loaded;
  if (searches && isWaiting) {
    count.textContent = "Bezig met zoeken …";
    return;
  }
  const fits = isNarrow ? fitting() : () => true;
  let shown = 0;
  for (const entry of rows) {
    const isShown = fits(entry);
    if (entry.row.hidden === isShown) entry.row.hidden = !isShown;
    if (isShown) shown += 1;
  }
  nothing.hidden = shown > 0;
  const others = isNarrow ? (isWaiting ? ", andere jaren volgen …" : showElsewhere(fits)) : showElsewhere(null);
  const all = `${inDutch(rows.length)} ${rows.length === 1 ? "klacht" : "klachten"}`;
  count.textContent = (isNarrow ? `${inDutch(shown)} van ${all}` : all) + others + inOrder();
};

// Counts what fits in the volumes that this page does not hold; without a choice all of them stand there.
const showElsewhere = (fits) => {
  let found = 0;
  for (const link of links) {
    const item = link.parentElement, total = item.querySelector("span");
    const entries = fits ? volumes.get(link.dataset.volume) ?? [] : [];
    const hits = entries.filter((entry) => !onThisPage.has(entry.number) && fits(entry)).length;
    total.dataset.all ??= total.textContent;
    total.textContent = fits ? inDutch(hits) : total.dataset.all;
    item.hidden = Boolean(fits) && hits === 0;
    link.hash = location.hash.includes("=") ? location.hash : "register";
    found += hits;
  }
  if (elsewhere) {
    const head = elsewhere.querySelector("h3");
    head.dataset.all ??= head.textContent;
    head.textContent = fits ? head.dataset.found : head.dataset.all;
    elsewhere.hidden = Boolean(fits) && found === 0;
  }
  return found ? `, en ${inDutch(found)} in andere jaren` : "";
};

// --- Sort

const NEWEST_FIRST = { column: NUMBER, down: true };
let sorted = NEWEST_FIRST;
let laidOut = NEWEST_FIRST;

// What a column sorts by: a day by its machine form, a number by its digits, else its folded words. All of them sort
// as plain text.
const key = ({ row, number, keys }, column) => {
  const cell = row.cells[column];
  const make = () => {
    if (column === NUMBER) return number.slice(0, 5) + number.slice(5).padStart(9, "0");
    if (column === LEAD) return words(cell).replace(/\D/g, "").padStart(words(cell) ? 9 : 0, "0");
    return cell.querySelector("time")?.dateTime ?? fold(words(cell));
  };
  return keys[column] ??= make();
};

const sort = () => {
  const { column, down } = sorted;
  heads.forEach((head, at) => {
    if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  if (laidOut === sorted) return;
  laidOut = sorted;
  // Empty cells go last, whichever way the column is sorted.
  const compare = (a, b) => {
    const x = key(a, column), y = key(b, column);
    if (x === y) return 0;
    if (!x || !y) return x ? -1 : 1;
    return (x < y) === down ? 1 : -1;
  };
  // Rows move three times as fast outside the page.
  const body = table.tBodies[0];
  body.remove();
  body.append(...[...rows].sort(compare).map(({ row }) => row));
  table.append(body);
};

const inOrder = () => {
  if (sorted === NEWEST_FIRST) return "";
  return `, op volgorde van ${words(heads[sorted.column]).toLowerCase()}${sorted.down ? " (aflopend)" : ""}`;
};

const sortBy = (column, down) => {
  const isSame = sorted.column === column && sorted.down === down;
  if (!isSame) sorted = column === NUMBER && down ? NEWEST_FIRST : { column, down };
};

heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    sortBy(column, sorted.column === column && !sorted.down);
    remember(true);
    sort();
    show();
  });
});

table.classList.add("sortable");

// --- The address. Each choice is a step that the back button undoes; of a word that is typed only the whole.

let isTyping = false;

const remember = (isStep) => {
  const view = new URLSearchParams();
  if (text.value.trim()) view.set("zoek", text.value.trim());
  for (const [name, select] of chosenNow()) view.set(name, select.value);
  if (sorted !== NEWEST_FIRST) view.set("sorteer", (sorted.down ? "-" : "") + words(heads[sorted.column]).toLowerCase());
  const address = "#" + (view.toString() || "register");
  if (address !== location.hash) history[isStep ? "pushState" : "replaceState"](null, "", address);
};

const recall = () => {
  isTyping = false;
  const view = new URLSearchParams(location.hash.slice(1));
  text.value = view.get("zoek") ?? "";
  for (const [name, select] of Object.entries(selects)) {
    select.value = view.get(name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
  const by = view.get("sorteer") ?? "";
  const isDown = by.startsWith("-");
  const column = heads.findIndex((head) => words(head).toLowerCase() === by.slice(isDown ? 1 : 0));
  sortBy(Math.max(column, 0), column < 0 || isDown);
  sort();
  show();
};

const isView = () => ["", "#register"].includes(location.hash) || location.hash.includes("=");

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  remember(target !== text || !isTyping);
  isTyping = target === text;
  show();
});
text.addEventListener("change", () => { isTyping = false; });
form.addEventListener("reset", () => setTimeout(() => { isTyping = false; remember(true); show(); }));
window.addEventListener("hashchange", () => { if (isView()) recall(); });
recall();

// Whoever opens a view that was kept or sent wants to see it; who comes back finds the place as it was left.
const [visit] = performance.getEntriesByType("navigation");
if (location.hash.includes("=") && visit?.type === "navigate") part("register").scrollIntoView({ behavior: "instant" });
