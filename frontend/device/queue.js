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
    const [result] = await Promise.all([work(transaction.objectStore(STORE)), done]);
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
  put: (entry) => change((store) => answered(store.put(entry))),
  remove: (key) => change((store) => answered(store.delete(key))),
  get: (key) => within("readonly", (store) => answered(store.get(key))),
  /** One person's, the oldest first. */
  async of(person) {
    const entries = await within("readonly", (store) => answered(store.index("person").getAll(person)));
    return entries.sort((one, other) => one.at - other.at);
  },
  /** Put what it has become, or nothing, in an entry's place, unless it has been corrected or deleted meanwhile. */
  become: (entry, next) =>
    change(async (store) => {
      const now = await answered(store.openCursor(entry.key));
      if (now?.value.at !== entry.at) return undefined;
      return answered(next ? now.update(next) : now.delete());
    }),
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
