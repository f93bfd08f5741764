// Lists on a narrow screen. A row of a table tells the head of each cell beside it, for the style
// sheet sets the cells one after the other there; the filters but the first wait behind a button.
// Without this file a table scrolls sideways in its box and the filters stand whole.

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };

// What is no longer laid out as a table is none to a screen reader either, unless it says so.
const roleOf = (element) =>
  ROLES[element.tagName] ?? (element.closest("thead") ? "columnheader" : "rowheader");

function tell(table) {
  const lines = table.tHead?.rows;
  if (lines?.length !== 1 || table.querySelector("[colspan], [rowspan]")) return;
  const heads = [...lines[0].cells].map((cell) => cell.textContent.trim());
  for (const row of table.querySelectorAll("tbody tr, tfoot tr")) {
    [...row.cells].forEach((cell, at) => {
      if (heads[at]) cell.dataset.head = heads[at];
    });
  }
  for (const element of [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, th, td")]) {
    element.setAttribute("role", roleOf(element));
  }
  table.parentElement.classList.add("table-box--told");
}

const isSet = (field) =>
  field.type === "checkbox" || field.type === "radio"
    ? field.checked
    : field.tagName === "SELECT"
      ? field.selectedIndex > 0
      : field.value !== "";

function shorten(form, words) {
  const fields = [...form.children].filter((one) => one.querySelector("input, select, textarea"));
  const more = fields.slice(1);
  const isUsed = more.some((one) => [...one.querySelectorAll("input, select, textarea")].some(isSet));
  if (more.length < 2 || isUsed) return;
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "button button--plain filters__opener";
  opener.textContent = words;
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", () => {
    const opened = form.classList.toggle("filters--short") === false;
    opener.setAttribute("aria-expanded", String(opened));
    if (opened) more[0].querySelector("input, select, textarea").focus();
  });
  for (const one of more) one.classList.add("filters__more");
  form.classList.add("filters--short");
  form.append(opener);
}

function fit(part) {
  for (const table of part.querySelectorAll(".table-box > table")) tell(table);
  const words = document.querySelector("[data-more-filters]")?.dataset.moreFilters;
  for (const form of part.querySelectorAll("form.filters[role=search]")) {
    if (words && !form.querySelector(".filters__opener")) shorten(form, words);
  }
}

fit(document);
document.addEventListener("htmx:load", (event) => fit(event.target));
