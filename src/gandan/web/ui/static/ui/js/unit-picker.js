// The field of a unit: suggestions of the server under what is typed; arrows, Enter, Escape, or a
// tap choose one. Without this file the form itself asks which unit is meant.

const WAIT = 150; // milliseconds without a key before the server is asked

const line = (field) => {
  // In a field of several units only the line of the cursor is being typed.
  const from = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
  const end = field.value.indexOf("\n", field.selectionStart);
  return [from, end < 0 ? field.value.length : end];
};

const attach = (box) => {
  const field = box.querySelector("input, textarea");
  const list = box.querySelector("[role=listbox]");
  const told = box.querySelector("[data-picker-told]");
  const several = "lines" in box.dataset;
  let waiting = 0;
  let asked = 0;
  let at = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const words = () => (several ? field.value.slice(...line(field)) : field.value).trim();

  const close = () => {
    clearTimeout(waiting);
    asked += 1;
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const light = (to) => {
    const all = options();
    if (!all.length) return;
    at = (to + all.length) % all.length;
    all.forEach((each, index) => each.setAttribute("aria-selected", String(index === at)));
    all[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", all[at].id);
  };

  const choose = (option) => {
    const value = option.dataset.value;
    if (several) {
      const [from, end] = line(field);
      const rest = field.value.slice(end) || "\n";
      field.value = field.value.slice(0, from) + value + rest;
      field.selectionStart = field.selectionEnd = from + value.length + 1;
    } else field.value = value;
    close();
    field.focus();
    told.textContent = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const ask = async () => {
    const said = words();
    if (said.length < 2) return close();
    const mine = ++asked;
    const address = new URL(box.dataset.picker, location.href);
    address.searchParams.set("q", said);
    address.searchParams.set("list", list.id);
    const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
    if (mine !== asked || !answer || !answer.ok || answer.redirected) return;
    list.innerHTML = await answer.text();
    list.hidden = false;
    at = -1;
    field.setAttribute("aria-expanded", "true");
    told.textContent = options().length || list.textContent.trim();
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden && !several) ask();
    if (list.hidden) return;
    if (event.key === "ArrowDown") light(at + 1);
    else if (event.key === "ArrowUp") light(at - 1);
    else if (event.key === "Enter" && at >= 0) choose(options()[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  box.dataset.attached = "";
};

const attachAll = (within) => {
  for (const box of within.querySelectorAll("[data-picker]:not([data-attached])")) attach(box);
};

attachAll(document);
document.addEventListener("htmx:load", (event) => attachAll(event.target));
