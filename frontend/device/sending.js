// Sending what waits on the device. It runs in pages and in the service worker, and twice does no harm: the server
// knows each registration by its page's key and what was typed.

import { asSent } from "./entries.js";

const PATIENCE = 20_000; // milliseconds
const AS_DATA = { Accept: "application/json" };
const LOST = new Set([403, 404, 410]);

const call = (address, options) => fetch(address, { signal: AbortSignal.timeout(PATIENCE), ...options });

/** Who is signed in, with a token to send with; null where there is no connection. */
export async function whoIsHere() {
  try {
    const answer = await call("/device/", { cache: "no-store" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** What became of one entry: `stored` with the page to go to, `refused` with the reasons, or `waiting`. */
export async function send(entry, token, now = new Date()) {
  const body = new URLSearchParams([...asSent(entry, now), ["csrfmiddlewaretoken", token]]);
  try {
    const answer = await call(entry.page, { method: "POST", body, redirect: "manual", headers: AS_DATA });
    if (answer.ok) return { state: "stored", ...(await answer.json()) };
    if (answer.status === 422) return { state: "refused", ...(await answer.json()) };
    if (LOST.has(answer.status)) return { state: "refused", problems: [] };
  } catch {
    // No connection, or one that broke on the way: it is sent again.
  }
  return { state: "waiting" };
}

/** Let the queue know; what was changed while it was on its way is left as it is now. */
export async function settle(queue, entry, outcome) {
  if (outcome.state === "stored") await queue.become(entry, null);
  if (outcome.state === "refused") await queue.become(entry, { ...entry, refused: { problems: outcome.problems, twin: outcome.twin } });
}

/** Send all that waits for whoever is signed in, the oldest first; gives each with what became of it. */
export async function sendAll(queue) {
  const here = await whoIsHere();
  const told = [];
  for (const entry of here?.person ? await queue.of(here.person) : []) {
    if (entry.refused) continue;
    const outcome = await send(entry, here.token);
    if (outcome.state === "waiting") break;
    await settle(queue, entry, outcome);
    told.push({ entry, outcome });
  }
  return { here, told };
}

/** The same, unless another page is at it. */
export function sendAllAlone(queue) {
  return navigator.locks.request("landsby-sending", { ifAvailable: true }, (lock) => lock && sendAll(queue));
}
