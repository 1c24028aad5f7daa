// Adds to the register what a table cannot do by itself: search, filter, sort, and a view that an address remembers.
// Reads nothing but the table; without it the page is whole.
"use strict";

(() => {
  const table = document.getElementById("register-tabel");
  const form = document.getElementById("filter");
  if (!table || !form) return;

  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const count = form.querySelector(".count");
  const nothing = document.getElementById("niets");
  const text = document.getElementById("filter-tekst");
  const KIND = 2, STATUS = 3, CAUSE = 5, LEAD = 6;

  const words = (cell) => cell.textContent.trim();
  const list = (cell) => words(cell).split(", ").filter(Boolean);
  const fold = (phrase) => phrase.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

  const rows = [...body.rows].map((row) => {
    const cells = [...row.cells];
    const number = words(cells[0].querySelector(".number"));
    return {
      row,
      text: fold(row.textContent),
      choices: { jaar: [number.slice(0, 4)], status: [words(cells[STATUS])], aard: list(cells[KIND]), oorzaak: list(cells[CAUSE]) },
      // What a column sorts by: a day by its machine form, a length by its number, else its words.
      keys: cells.map((cell, column) => {
        if (column === 0) return number;
        const time = cell.querySelector("time");
        if (time) return time.dateTime;
        return column === LEAD ? words(cell).replace(/\D/g, "") : fold(words(cell));
      }),
    };
  });

  const selects = {};
  for (const name of ["jaar", "status", "aard", "oorzaak"]) {
    const select = document.getElementById("filter-" + name);
    const values = [...new Set(rows.flatMap((row) => row.choices[name]))].sort((a, b) => a.localeCompare(b, "nl"));
    if (name === "jaar") values.reverse();
    for (const value of values) select.add(new Option(value, value));
    selects[name] = select;
  }

  const order = new Intl.Collator("nl", { numeric: true });
  let sorted = { column: -1, down: false };

  // Empty cells go last, whichever way the column is sorted.
  const compare = (a, b) => {
    const x = a.keys[sorted.column], y = b.keys[sorted.column];
    if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);
    return sorted.down ? order.compare(y, x) : order.compare(x, y);
  };

  const sort = () => {
    heads.forEach((head, column) => {
      if (column === sorted.column) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const inOrder = sorted.column < 0 ? rows : [...rows].sort(compare);
    body.append(...inOrder.map(({ row }) => row));
  };

  const filter = () => {
    const wanted = fold(text.value).split(/\s+/).filter(Boolean);
    const chosen = Object.entries(selects).filter(([, select]) => select.value);
    let shown = 0;
    for (const { row, text, choices } of rows) {
      const fits = wanted.every((word) => text.includes(word))
        && chosen.every(([name, select]) => choices[name].includes(select.value));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    nothing.hidden = shown > 0;
    count.textContent = shown === rows.length ? `${rows.length} klachten` : `${shown} van ${rows.length} klachten`;
  };

  const remember = () => {
    const view = new URLSearchParams();
    if (text.value) view.set("zoek", text.value);
    for (const [name, select] of Object.entries(selects)) if (select.value) view.set(name, select.value);
    if (sorted.column >= 0) view.set("sorteer", (sorted.down ? "-" : "") + words(heads[sorted.column]).toLowerCase());
    const address = view.toString();
    history.replaceState(null, "", address ? "#" + address : "#register");
  };

  const recall = () => {
    const view = new URLSearchParams(location.hash.slice(1));
    text.value = view.get("zoek") ?? "";
    for (const [name, select] of Object.entries(selects)) {
      select.value = view.get(name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    const by = view.get("sorteer") ?? "";
    const down = by.startsWith("-");
    sorted = { column: heads.findIndex((head) => words(head).toLowerCase() === by.slice(down ? 1 : 0)), down };
    sort();
    filter();
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      sorted = { column, down: sorted.column === column && !sorted.down };
      sort();
      remember();
    });
  });

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { filter(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
  window.addEventListener("hashchange", () => { if (location.hash.includes("=")) recall(); });
  table.classList.add("sortable");
  form.hidden = false;
  recall();
})();
