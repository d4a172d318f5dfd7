// The service worker, and the few pages that it keeps for one person: they open without a connection.

const OWNER = "landsby:pages-of";

/** Take away the pages that are kept, which show a name and what somebody usually chooses. */
async function forgetPages() {
  for (const name of await caches.keys()) if (name.startsWith("pages-")) await caches.delete(name);
}

/** The pages are one person's, in one language; with another they go. */
async function agreeOnOwner() {
  const owner = `${document.body.dataset.person} ${document.documentElement.lang}`;
  if (localStorage.getItem(OWNER) === owner) return;
  await forgetPages();
  localStorage.setItem(OWNER, owner);
}

/** Ask the worker to keep the pages that this one points out; a page that points at itself is kept anew. */
function askToKeep(worker) {
  const urls = [...document.querySelectorAll("a[data-keep]")].map((link) => link.pathname);
  const here = document.querySelector("form[data-keep]") ? [location.pathname] : [];
  worker?.postMessage({ keep: [...new Set(urls)], renew: here, person: document.body.dataset.person });
}

/** Let Landsby be installed and open without a connection, for whoever is signed in. */
export async function startInstalled() {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  await agreeOnOwner();
  if (!document.body.dataset.person) return;
  document.querySelectorAll(".log-off").forEach((button) => button.form.addEventListener("submit", forgetPages));
  try {
    await navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
  } catch {
    return; // no connection: what is kept already stays, and the next page tries again
  }
  const { active } = await navigator.serviceWorker.ready;
  askToKeep(active);
  navigator.serviceWorker.addEventListener("controllerchange", () => askToKeep(navigator.serviceWorker.controller));
}
