// The registrations that wait on this device, in the browser's database. They stay until they are sent or deleted.

const CHANNEL = "landsby-unsent";
const STORE = "unsent";

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function open() {
  const request = indexedDB.open("landsby", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" }).createIndex("person", "person");
  return answered(request);
}

/** Do one thing in the store, and close again: an open database would keep a page from being gone back to. */
async function within(mode, work) {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
    const result = await answered(work(transaction.objectStore(STORE)));
    await done;
    return result;
  } finally {
    database.close();
  }
}

async function change(work) {
  await within("readwrite", work);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

export const queue = {
  put: (entry) => change((store) => store.put(entry)),
  remove: (key) => change((store) => store.delete(key)),
  get: (key) => within("readonly", (store) => store.get(key)),
  /** One person's, the oldest first. */
  async of(person) {
    const entries = await within("readonly", (store) => store.index("person").getAll(person));
    return entries.sort((one, other) => one.at - other.at);
  },
};

/** Call back whenever the queue has changed, here or in another page, for as long as the page is shown. */
export function whenQueueChanges(callback) {
  let channel;
  const listen = () => {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = callback;
  };
  listen();
  window.addEventListener("pagehide", () => channel.close());
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    listen();
    callback();
  });
}
