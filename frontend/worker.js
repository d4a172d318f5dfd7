// The service worker. It keeps the built files, and of the pages only those that one person needs without a connection:
// the quick log and what is not sent. A page comes from the server whenever there is one.
// The script that loads this says in `self.LANDSBY` which files there are and what they are called together.

import { queue } from "./device/queue.js";
import { sendAllAlone } from "./device/sending.js";

const { version, assets, statics, unsent } = self.LANDSBY;
const ASSETS = `assets-${version}`;
const PAGES = `pages-${version}`;
const PATIENCE = 6000; // milliseconds before a kept page is shown instead of waiting
const HASHED = /\.[0-9a-f]{12}\.[^/]+$/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll(assets)).then(() => self.skipWaiting()));
});

/** Files of another version go, and the pages that were made for them. */
async function takeOver() {
  for (const name of await caches.keys()) if (name !== ASSETS && name !== PAGES) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

/** A built file: its name changes with its content, so what is kept is right. */
async function file(request) {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept && HASHED.test(request.url)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.status === 200) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** A page: from the server, else as it is kept, else the one that says what waits. */
async function page(request) {
  const cache = await caches.open(PAGES);
  const path = new URL(request.url).pathname;
  const kept = await cache.match(path, { ignoreVary: true });
  const asked = fetch(request);
  try {
    if (!kept) return await asked;
    const tired = new Promise((_, give) => setTimeout(give, PATIENCE));
    return await Promise.race([asked, tired]);
  } catch (error) {
    asked.catch(() => {});
    if (kept) return kept;
    if (await cache.match(unsent, { ignoreVary: true })) return Response.redirect(unsent);
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith(statics)) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
});

/** Keep pages that are still this person's when they come. */
async function keep({ urls, isNew, person }) {
  const cache = await caches.open(PAGES);
  for (const url of urls) {
    if (!isNew && (await cache.match(url, { ignoreVary: true }))) continue;
    const answer = await fetch(url, { redirect: "error" });
    const text = await answer.clone().text();
    if (answer.status === 200 && text.includes(`data-person="${person}"`)) await cache.put(url, answer);
  }
}

self.addEventListener("message", (event) => {
  const { keep: urls, renew, person } = event.data;
  const offline = () => {}; // then what is kept already stays
  event.waitUntil(keep({ urls, person }).then(() => keep({ urls: renew, isNew: true, person })).catch(offline));
});

self.addEventListener("sync", (event) => {
  if (event.tag === "unsent") event.waitUntil(sendAllAlone(queue));
});
