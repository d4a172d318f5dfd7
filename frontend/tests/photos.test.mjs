// A photo on its way: how large it becomes, and what is said when it does not arrive.

import assert from "node:assert/strict";
import test from "node:test";

import { fitted, sendForm } from "../photos.js";

const answering = (status, told) => async () => new Response(JSON.stringify(told), { status });

test("a large picture becomes as large as is needed, a small one stays", () => {
  assert.deepEqual(fitted(4000, 3000), [2000, 1500]);
  assert.deepEqual(fitted(3000, 4000), [1500, 2000]);
  assert.deepEqual(fitted(640, 480), [640, 480]);
});

test("what is stored says where to go on", async () => {
  const outcome = await sendForm("/activities/1/photos/", new FormData(), answering(200, { url: "/activities/1/" }));
  assert.deepEqual(outcome, { state: "stored", url: "/activities/1/" });
});

test("what is refused says why", async () => {
  const outcome = await sendForm("/activities/1/photos/", new FormData(), answering(422, { problems: ["HEIC"] }));
  assert.deepEqual(outcome, { state: "refused", problems: ["HEIC"] });
});

test("a lost connection is no refusal, and a sign-in page is no answer", async () => {
  const lost = await sendForm("/", new FormData(), async () => { throw new TypeError("no connection"); });
  assert.deepEqual(lost, { state: "lost" });
  assert.deepEqual(await sendForm("/", new FormData(), answering(403, {})), { state: "odd" });
  assert.deepEqual(await sendForm("/", new FormData(), async () => Response.error()), { state: "odd" });
});
