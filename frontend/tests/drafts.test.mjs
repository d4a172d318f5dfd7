import assert from "node:assert/strict";
import { test } from "node:test";

import { draftsIn } from "../device/drafts.js";
import { looksLikeCpr } from "../device/fields.js";

const DAY = 24 * 3600 * 1000;

/** A storage as browsers have it: names are its own properties, what it can do is not. */
function emptyStorage() {
  return Object.create({
    getItem(name) { return this[name] ?? null; },
    setItem(name, text) { this[name] = text; },
    removeItem(name) { delete this[name]; },
  });
}

test("a draft is one person's on one page", () => {
  const drafts = draftsIn(emptyStorage(), { days: 30 });
  drafts.keep("anna", "/log/", [["note", "Skov"]]);
  assert.deepEqual(drafts.of("anna", "/log/").fields, [["note", "Skov"]]);
  assert.equal(drafts.of("bo", "/log/"), null);
  assert.equal(drafts.of("anna", "/new/"), null);
});

test("it is forgotten after its days, and not before", () => {
  const storage = emptyStorage();
  draftsIn(storage, { days: 30, now: () => 0 }).keep("anna", "/log/", [["note", "Skov"]]);
  const after = (days) => draftsIn(storage, { days: 30, now: () => days * DAY });
  after(29).forgetOld();
  assert.notEqual(after(29).of("anna", "/log/"), null);
  after(31).forgetOld();
  assert.equal(after(31).of("anna", "/log/"), null);
});

test("what is stored goes by the key of its page, and nothing else does", () => {
  const drafts = draftsIn(emptyStorage(), { days: 30 });
  drafts.keep("anna", "/log/", [["client_key", "one"]]);
  drafts.keep("anna", "/new/", [["client_key", "two"]]);
  drafts.forgetStored("one");
  assert.equal(drafts.of("anna", "/log/"), null);
  assert.notEqual(drafts.of("anna", "/new/"), null);
});

test("a field that could hold a CPR number is left out", () => {
  const drafts = draftsIn(emptyStorage(), { days: 30 });
  drafts.keep("anna", "/log/", [["note", "barn 010203-1234"], ["count", "14"]]);
  assert.deepEqual(drafts.of("anna", "/log/").fields, [["count", "14"]]);
});

test("numbers that are no date are no CPR numbers", () => {
  for (const text of ["010203-1234", "0102031234", "01 02 03 1234", "CPR:311299-4321."]) assert.ok(looksLikeCpr(text), text);
  for (const text of ["14", "441203-1234", "12.03.2026", "tlf. 98123456", "0102031234567"]) assert.ok(!looksLikeCpr(text), text);
});
