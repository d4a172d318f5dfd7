// Text by lines: which number stands beside which line, and where a line is.

import assert from "node:assert/strict";
import test from "node:test";

import { numbersOf, placeOf } from "../numbered.js";

const TEXT = "id: socks\ntitle: {da: Sokker}\n\nwindow: {}";

test("every line has its number, the empty one too", () => {
  assert.equal(numbersOf(TEXT), "1\n2\n3\n4");
});

test("a line is found by its number, and one that is not there is at the end", () => {
  assert.equal(TEXT.slice(...placeOf(TEXT, 2)), "title: {da: Sokker}");
  assert.equal(TEXT.slice(...placeOf(TEXT, 4)), "window: {}");
  assert.equal(TEXT.slice(...placeOf(TEXT, 9)), "");
});
