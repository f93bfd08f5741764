// Keys that work on every page: "/" goes to the search, "?" shows the keys of this page; in a list
// "j" and "k" go from row to row, Enter opens the row as any link, "x" ticks it.

const typing = (target) =>
  target.isContentEditable ||
  (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "checkbox");

document.addEventListener("keydown", (event) => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    const find = document.getElementById("find");
    if (!find) return;
    event.preventDefault();
    find.focus();
    find.select();
  } else if (event.key === "?") {
    const keys = document.getElementById("keys");
    if (!keys || keys.open) return;
    event.preventDefault();
    keys.showModal();
  } else if (!document.querySelector("[data-reading], dialog[open]")) {
    // A page that reads a document has facts to go through, and keys of its own for them.
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "x") boxOf(document.activeElement)?.click();
  }
});

function step(by) {
  const rows = [...document.querySelectorAll("main a.row__words")];
  const at = rows.findIndex((row) => row === document.activeElement || rowOf(row).contains(document.activeElement));
  rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
}

const rowOf = (element) => element.closest("tr, li") ?? element;
// Only of a row: with nothing chosen, "x" must not tick the first box of the page.
const boxOf = (element) => element.closest("tr, li")?.querySelector("input[type=checkbox]");

for (const opener of document.querySelectorAll("[data-opens]")) {
  opener.hidden = false;
  opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
}

for (const printer of document.querySelectorAll("[data-prints]")) {
  printer.hidden = false;
  printer.addEventListener("click", () => window.print());
}

// A chosen filter is applied at once; the button stays for people without JavaScript.
for (const form of document.querySelectorAll("form[data-at-once]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
