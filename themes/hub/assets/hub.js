// Conveniences. Everything on the site works without them; nothing is kept, sent or written into the address.
"use strict";

/** Buttons in the heads of a table that sort its rows; the language of the page decides the order of words. */
function sortable(table) {
  const body = table.tBodies[0];
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell?.dataset.sort || (cell?.querySelector("a") ?? cell)?.textContent.trim() || "";
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.sortLabel;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].sort((a, b) => order.compare(key(a, column), key(b, column)));
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}

/** Boxes in the place of the links to the parts of a list, so that parts can be combined in the page. */
function combinable(parts) {
  const cards = [...document.querySelectorAll(".list-items .card[data-parts]")];
  if (!cards.length || document.querySelector(".list-items .pager") || parts.querySelector("[aria-current]")) return;
  const boxes = [];
  for (const group of parts.querySelectorAll("details[data-part]")) {
    for (const link of group.querySelectorAll("a[data-value]")) {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.value = `${group.dataset.part}:${link.dataset.value}`;
      const label = document.createElement("label");
      label.append(box, " ", ...link.childNodes);
      link.replaceWith(label);
      boxes.push(box);
    }
  }
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const reset = document.createElement("button");
  reset.type = "button";
  reset.className = "parts-reset";
  reset.textContent = parts.dataset.reset;
  speak(reset, parts.dataset);
  speak(status, parts.dataset);
  const bar = document.createElement("div");
  bar.className = "parts-bar";
  bar.append(status, reset);
  parts.append(bar);
  const show = () => {
    const wanted = new Map();
    for (const box of boxes.filter((box) => box.checked)) {
      const group = box.value.slice(0, box.value.indexOf(":"));
      wanted.set(group, [...(wanted.get(group) ?? []), box.value]);
    }
    let shown = 0;
    for (const card of cards) {
      const own = card.dataset.parts.split(" ");
      card.hidden = ![...wanted.values()].every((values) => values.some((value) => own.includes(value)));
      shown += card.hidden ? 0 : 1;
    }
    status.textContent = wanted.size ? `${parts.dataset.shown} ${shown} / ${cards.length}` : "";
    reset.hidden = !wanted.size;
  };
  parts.addEventListener("change", show);
  reset.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    show();
    boxes[0]?.focus();
  });
  // A browser that comes back to the page may have kept the boxes.
  addEventListener("pageshow", show);
  show();
}

/** Whoever goes to the field in the head gets the script and the words of the page to search, and finds in this page. */
function findable(form) {
  const field = form.querySelector("input");
  let asked;
  const script = () =>
    new Promise((loaded, lost) => {
      const made = document.createElement("script");
      made.addEventListener("load", loaded);
      made.addEventListener("error", lost);
      made.src = form.dataset.script;
      document.head.append(made);
    });
  const words = async () => {
    const response = await fetch(form.action, { credentials: "omit" });
    if (!response.ok) throw new Error(form.action);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  };
  const ready = () => (asked ??= Promise.all([words(), script()]).then(([page]) => panel(form, page)));
  field.addEventListener("focus", () => ready().catch(() => undefined));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // If anything is missing, the page to search itself has a list of everything.
    ready().then((first) => first(), () => location.assign(form.action));
  });
}

/** What a page has for a script to say may be in another language than the page. */
function speak(made, { lang, dir }) {
  if (lang) Object.assign(made, { lang, dir });
}

/** A button behind words that people take along, such as a citation; how it went is told to screen readers too. */
function copyable(words) {
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words.dataset.copy;
  const status = document.createElement("span");
  speak(button, words.dataset);
  speak(status, words.dataset);
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    // Marks that keep directions apart are no part of the words.
    await navigator.clipboard.writeText(words.textContent.replace(/[\u2066-\u2069]/g, "").trim());
    status.textContent = words.dataset.copied;
  });
  words.after(button, " ", status);
}

/** The sign of an outcome copies its address, and still leads there; how it went is told to screen readers too. */
function takeable(link) {
  if (!navigator.clipboard) return;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "outcome-copied";
  speak(status, link.dataset);
  link.after(status);
  link.addEventListener("click", () => {
    navigator.clipboard.writeText(link.href).then(
      () => (status.textContent = link.dataset.copied),
      () => undefined,
    );
  });
}

/** Whoever changes the language stays at the outcome that the address names: it has the same name in all of them. */
function stay() {
  const hash = document.querySelector(".outcome:target") ? location.hash : "";
  for (const link of document.querySelectorAll(".language-list a")) link.hash = hash;
}

// Where there is room for them beside the list, short groups of parts are open.
if (matchMedia("(min-width: 62rem)").matches) {
  for (const group of document.querySelectorAll(".parts details")) {
    group.open ||= group.querySelectorAll("li").length <= 8;
  }
}
document.querySelectorAll("table.sortable").forEach(sortable);
document.querySelectorAll("nav.parts").forEach(combinable);
document.querySelectorAll(".site-search").forEach(findable);
document.querySelectorAll("[data-copy]").forEach(copyable);
document.querySelectorAll(".outcome-link").forEach(takeable);
addEventListener("hashchange", stay);
stay();
