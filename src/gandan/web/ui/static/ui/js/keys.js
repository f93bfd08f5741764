// Keys that work on every page: "/" goes to the search, "?" shows the keys of this page.

const typing = (target) =>
  target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

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
  }
});

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
