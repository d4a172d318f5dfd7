import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { send, sendAll } from "../device/sending.js";

const real = globalThis.fetch;
afterEach(() => { globalThis.fetch = real; });

const answer = (status, told) => ({ ok: status === 200, status, json: async () => told });
const offline = () => { throw new TypeError("Failed to fetch"); };

const entry = (key, more = {}) => ({
  key, person: "anna", at: 1, toldOn: "2026-03-01", timeZone: "Europe/Copenhagen", page: "/log/",
  fields: [["client_key", key], ["day", "other"], ["other_day", "2026-03-01"]], ...more,
});

/** A queue in memory, which can do what the one in the browser's database can. */
function queueOf(...entries) {
  const held = new Map(entries.map((one) => [one.key, one]));
  return {
    held,
    become: async (one, next) => {
      if (held.get(one.key)?.at !== one.at) return;
      if (next) held.set(one.key, next);
      else held.delete(one.key);
    },
    of: async (person) => [...held.values()].filter((one) => one.person === person),
  };
}

/** A server on which somebody is signed in, and that answers each sending by its key. */
function serve(person, answers) {
  const sent = [];
  globalThis.fetch = async (address, { body } = {}) => {
    if (address === "/device/") return answer(200, { person, token: "t" });
    sent.push(Object.fromEntries(body));
    return (answers[body.get("client_key")] ?? offline)();
  };
  return sent;
}

for (const [status, state] of [[200, "stored"], [422, "refused"], [403, "refused"], [404, "refused"], [429, "waiting"], [500, "waiting"], [0, "waiting"]]) {
  test(`an answer of ${status} means ${state}`, async () => {
    globalThis.fetch = async () => answer(status, { url: "/activities/1/logged/", problems: ["Nej"] });
    assert.equal((await send(entry("a"), "t")).state, state);
  });
}

test("no connection means that it waits", async () => {
  globalThis.fetch = offline;
  assert.deepEqual(await send(entry("a"), "t"), { state: "waiting" });
});

test("what is stored leaves the queue, what is refused stays with the reason, and a token goes with each", async () => {
  const queue = queueOf(entry("a"), entry("b"));
  const sent = serve("anna", { a: () => answer(200, { url: "/1/" }), b: () => answer(422, { problems: ["Nej"], twin: false }) });
  await sendAll(queue);
  assert.deepEqual([...queue.held.keys()], ["b"]);
  assert.deepEqual(queue.held.get("b").refused, { problems: ["Nej"], twin: false });
  assert.deepEqual(sent.map((one) => one.csrfmiddlewaretoken), ["t", "t"]);
});

test("another person's is neither sent nor touched", async () => {
  const queue = queueOf(entry("a"));
  const sent = serve("bo", {});
  await sendAll(queue);
  assert.deepEqual([sent.length, queue.held.size], [0, 1]);
});

test("nobody is signed in, or nobody answers: everything waits", async () => {
  const queue = queueOf(entry("a"));
  serve("", {});
  await sendAll(queue);
  globalThis.fetch = offline;
  await sendAll(queue);
  assert.equal(queue.held.get("a").refused, undefined);
});

test("when the connection breaks the rest waits, in its order", async () => {
  const queue = queueOf(entry("a"), entry("b"), entry("c"));
  const sent = serve("anna", { a: () => answer(200, { url: "/1/" }), c: () => answer(200, { url: "/3/" }) });
  await sendAll(queue);
  assert.deepEqual([...queue.held.keys()], ["b", "c"]);
  assert.deepEqual(sent.map((one) => one.client_key), ["a", "b"]);
});

test("what was corrected while it was on its way stays", async () => {
  const queue = queueOf(entry("a"));
  serve("anna", { a: () => { queue.held.set("a", entry("a", { at: 2 })); return answer(200, { url: "/1/" }); } });
  await sendAll(queue);
  assert.equal(queue.held.get("a").at, 2);
});

test("what was deleted while it was on its way does not come back with the answer", async () => {
  const queue = queueOf(entry("a"));
  serve("anna", { a: () => { queue.held.delete("a"); return answer(422, { problems: ["Nej"] }); } });
  await sendAll(queue);
  assert.equal(queue.held.size, 0);
});

test("what is refused is not sent again by itself", async () => {
  const queue = queueOf(entry("a", { refused: { problems: ["Nej"] } }));
  const sent = serve("anna", {});
  await sendAll(queue);
  assert.equal(sent.length, 0);
});
