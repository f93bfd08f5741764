// The document page: a fact in the text and its card light each other; one key for each verb.

const reading = document.getElementById("main");
const narrow = matchMedia("(max-width: 63.99rem)");
let current = null;
let lastActed = null;

// On a page of several checked files each has its own sheet; what a choice hides is passed over.
const seen = (card) => card.checkVisibility?.() ?? true;
const cards = () => [...document.querySelectorAll("[data-reading] [data-card]")].filter(seen);
const cardOf = (fact) => document.getElementById(`card-${fact}`);
const wordsOf = (fact) => [...reading.querySelectorAll(`[data-facts~="${fact}"]`)];

// Two lights: "lit" stays on the chosen fact, "near" follows the pointer.
function light(fact, name = "lit") {
  for (const kind of ["fact", "card"]) {
    for (const lit of reading.querySelectorAll(`.${kind}--${name}`)) lit.classList.remove(`${kind}--${name}`);
  }
  if (fact === null) return;
  for (const words of wordsOf(fact)) words.classList.add(`fact--${name}`);
  cardOf(fact)?.classList.add(`card--${name}`);
}

function show(element, block = "center") {
  element?.scrollIntoView({ block, behavior: "auto" });
}

function choose(fact, { focus = true, scrollText = true, scrollCard = true } = {}) {
  current = fact;
  light(fact);
  const card = cardOf(fact);
  if (scrollText && !narrow.matches) show(wordsOf(fact)[0]);
  if (scrollCard) show(card, "nearest");
  if (focus) card?.focus({ preventScroll: true });
}

function step(by) {
  const all = cards();
  const at = all.findIndex((card) => card.dataset.card === current);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  if (all[next]) choose(all[next].dataset.card);
}

function nextUnread(after) {
  const all = cards();
  const at = all.findIndex((card) => card.dataset.card === after);
  const waiting = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return waiting.find((card) => card.dataset.state === "machine-read");
}

function press(key) {
  const from = key === "u" && lastActed ? lastActed : current;
  const control = from && cardOf(from)?.querySelector(`[data-key="${key}"]`);
  if (control) control.click();
}

const typing = (target) => /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "checkbox";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && typing(event.target)) {
    const card = event.target.closest("[data-card]");
    card?.querySelector("[data-cancel]")?.click();
    return;
  }
  if (typing(event.target)) return;
  const verbs = { j: () => step(1), k: () => step(-1) };
  for (const key of ["a", "e", "x", "u"]) verbs[key] = () => press(key);
  if (!verbs[event.key]) return;
  event.preventDefault();
  verbs[event.key]();
});

reading.addEventListener("click", (event) => {
  const words = event.target.closest("a.fact");
  if (words) {
    event.preventDefault();
    choose(words.dataset.facts.split(" ")[0], { scrollText: false });
    if (narrow.matches) show(cardOf(current));
    history.replaceState(null, "", words.hash);
    return;
  }
  const toText = event.target.closest("a.card__words");
  if (toText) {
    event.preventDefault();
    choose(toText.closest("[data-card]").dataset.card, { focus: false, scrollCard: false });
    if (narrow.matches) show(wordsOf(current)[0]);
    wordsOf(current)[0]?.focus({ preventScroll: true });
    history.replaceState(null, "", toText.hash);
  }
});

const factAt = (target) => {
  const here = target.closest("[data-facts], [data-card]");
  return here && (here.dataset.card ?? here.dataset.facts.split(" ")[0]);
};

reading.addEventListener("mouseover", (event) => light(factAt(event.target), "near"));
reading.addEventListener("mouseleave", () => light(null, "near"));
reading.addEventListener("focusin", (event) => {
  const fact = factAt(event.target);
  if (!fact) return;
  current = fact;
  light(fact);
});

const hasActed = (event) => event.detail.requestConfig?.verb === "post";

// Only when htmx has bound the buttons of the form that came: Escape at once would find them dead.
document.addEventListener("htmx:afterSettle", (event) => {
  if (hasActed(event) || document.activeElement?.closest(".card__form")) return;
  document.querySelector(".card__form input:not([type=hidden]), .card__form textarea")?.focus();
});

// After a verb the card comes back changed: the next card that waits for a person is chosen.
document.addEventListener("htmx:afterSwap", (event) => {
  const card = event.detail.target.closest?.("[data-card]") ?? event.detail.elt?.closest?.("[data-card]");
  if (!hasActed(event)) return;
  const fact = event.detail.requestConfig.elt.closest("[data-card]")?.dataset.card ?? card?.dataset.card;
  const fresh = fact && cardOf(fact);
  if (!fresh || fresh.querySelector(".card__form")) return;
  for (const words of wordsOf(fact)) {
    words.classList.toggle("fact--rejected", fresh.dataset.state === "rejected");
    words.classList.toggle("fact--uncertain", false);
  }
  lastActed = fact;
  const undone = fresh.dataset.state === "machine-read";
  const next = undone ? fresh : nextUnread(fact) ?? fresh;
  choose(next.dataset.card);
});

// Arriving by a link to the words or to the card.
function arrive() {
  const named = /^#(?:fact|card)-(\d+)$/.exec(location.hash);
  if (named && cardOf(named[1])) choose(named[1], { focus: false });
}
window.addEventListener("hashchange", arrive);
arrive();
