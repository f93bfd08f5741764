// The record sheet without a network: an entry waits in this browser and is sent once.
// Its key is made here, so that the same entry sent twice is one row on the server.

const form = document.querySelector("[data-record]");
const told = document.querySelector("[data-waiting]");
const who = form.dataset.who;
let sending = false;

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function store(mode, act) {
  return new Promise((done, failed) => {
    const opened = indexedDB.open("gandan-record", 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("entries", { keyPath: "key" });
    opened.onerror = () => failed(opened.error);
    opened.onsuccess = () => {
      const base = opened.result;
      const work = base.transaction("entries", mode);
      const asked = act(work.objectStore("entries"));
      work.oncomplete = () => (base.close(), done(asked.result));
      work.onabort = work.onerror = () => (base.close(), failed(work.error));
    };
  });
}

const waiting = async () =>
  (await store("readonly", (entries) => entries.getAll())).filter((one) => one.who === who);

async function tell(sentence = "") {
  const left = await waiting();
  const refused = left.filter((one) => one.refused).map((one) => `${one.place}: ${one.refused}`);
  const words = left.length ? `${left.length} ${told.dataset.words}` : "";
  told.textContent = [sentence, words, ...refused].filter(Boolean).join(" ");
  told.hidden = !told.textContent;
}

// The token of a page kept for days is stale, so a fresh one is asked for.
async function token() {
  const page = await fetch(location.pathname, { cache: "no-store" });
  if (!page.ok || page.redirected) return null;
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
  return fresh.querySelector("[data-record] [name=csrfmiddlewaretoken]")?.value ?? null;
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    const left = (await waiting()).filter((one) => !one.refused);
    if (!left.length) return;
    const csrf = await token();
    if (!csrf) return await tell(told.dataset.again);
    for (const one of left) {
      const answer = await fetch(one.address, {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRFToken": csrf },
        body: new URLSearchParams(one.fields),
      });
      const said = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : null;
      if (!said) return await tell(told.dataset.again);
      if (said.state === "refused") {
        await store("readwrite", (entries) => entries.put({ ...one, refused: said.sentence }));
      } else {
        await store("readwrite", (entries) => entries.delete(one.key));
      }
    }
    await tell(told.dataset.sent);
  } catch {
    await tell(told.dataset.kept); // no network, or it went away again: what is left waits
  } finally {
    sending = false;
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const key = form.elements.key.value;
  const place = form.elements.place.value;
  await store("readwrite", (entries) => entries.put({ key, who, place, fields, address: location.href }));
  for (const name of ["place", "attendees", "opinions", "said", "central", "province", "commune"]) {
    form.elements[name].value = "";
  }
  form.elements.key.value = newKey();
  await tell();
  window.scrollTo(0, 0);
  await send();
});

form.elements.key.value = newKey();
// A browser may believe it is online where no word gets through, so it also tries by the clock.
window.addEventListener("online", send);
setInterval(send, 15_000);
await tell();
await send();

if ("serviceWorker" in navigator) {
  await navigator.serviceWorker.register(form.dataset.worker, { scope: "/meetings/" });
  const kept = await caches.open("gandan-record");
  const loaded = performance.getEntriesByType("resource").map((one) => one.name);
  const own = loaded.filter((name) => name.startsWith(`${location.origin}/static/`));
  await Promise.allSettled([location.href, ...new Set(own)].map((name) => kept.add(name)));
}
document.documentElement.dataset.ready = "yes";
