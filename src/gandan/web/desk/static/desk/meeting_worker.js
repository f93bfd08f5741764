// Keeps the record sheet for days without a network: the network first, what was kept when it fails.

const KEPT = "gandan-record";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const ours = address.pathname === "/meetings/new/" || address.pathname.startsWith("/static/");
  if (request.method !== "GET" || address.origin !== self.location.origin || !ours) return;
  event.respondWith(fresh(request));
});

async function fresh(request) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    // A redirect is the way to the sign-in: that page is not the sheet.
    if (answer.ok && !answer.redirected) await kept.put(request.url, answer.clone());
    return answer;
  } catch (error) {
    const found = await kept.match(request.url);
    if (found) return found;
    throw error;
  }
}
