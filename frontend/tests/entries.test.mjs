import assert from "node:assert/strict";
import { test } from "node:test";

import { asSent, dayMeant, dayOf } from "../device/entries.js";

const entry = (day, other = "") => ({
  timeZone: "Europe/Copenhagen",
  toldOn: "2026-03-01",
  fields: [["client_key", "k"], ["count", "14"], ["day", day], ["other_day", other]],
});
const sameDay = new Date("2026-03-01T20:00Z");
const later = new Date("2026-03-03T08:00Z");

test("the day is the programme's own, whatever the clock of the world says", () => {
  assert.equal(dayOf(new Date("2026-02-28T23:30Z"), "Europe/Copenhagen"), "2026-03-01");
});

test("what is sent on the same day is sent as it was typed", () => {
  assert.deepEqual(asSent(entry("today"), sameDay), entry("today").fields);
});

test("today and yesterday are dates once they are no longer today and yesterday", () => {
  const sent = (day) => Object.fromEntries(asSent(entry(day), later));
  assert.deepEqual(sent("today"), { client_key: "k", count: "14", day: "other", other_day: "2026-03-01" });
  assert.equal(sent("yesterday").other_day, "2026-02-28");
});

test("a date stays that date", () => {
  assert.equal(dayMeant(entry("other", "2026-01-31")), "2026-01-31");
  assert.equal(Object.fromEntries(asSent(entry("other", "2026-01-31"), later)).other_day, "2026-01-31");
});
