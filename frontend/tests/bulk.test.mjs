// The table of many activities: what a spreadsheet copies, and where it lands.

import assert from "node:assert/strict";
import test from "node:test";

import { cellsOf, placeOf, startBulk } from "../bulk.js";

/** A form with rows of fields as the page has them, and the listeners that were put on it. */
function aTable(rows) {
  const elements = {};
  for (let row = 0; row < rows; row += 1) {
    for (const column of ["day", "kind", "host", "count", "words"]) {
      const name = `row-${row}-${column}`;
      const fold = { open: false };
      elements[name] = {
        name, value: "", fold, focus() { this.isFocused = true; },
        closest: () => fold, dispatchEvent(event) { this.told = event.type; },
      };
    }
  }
  const heard = {};
  const form = { elements, addEventListener: (name, listen) => { heard[name] = listen; } };
  startBulk({ querySelectorAll: () => [form] });
  return { elements, heard };
}

const event = (target, more = {}) => ({ target, isStopped: false, preventDefault() { this.isStopped = true; }, ...more });
const pasting = (target, text) => event(target, { clipboardData: { getData: () => text } });

test("cells are told apart by tabs and lines, and the last line break is none", () => {
  assert.deepEqual(cellsOf("1/5\tKrabber \r\n2/5\t\r\n"), [["1/5", "Krabber"], ["2/5", ""]]);
});

test("a field knows its row and column, and one of another sort has none", () => {
  assert.deepEqual(placeOf("row-12-count"), { row: 12, column: 3 });
  for (const name of ["row-1-secret", "client_key", "row--count", undefined]) assert.equal(placeOf(name), null);
});

test("what is pasted fills the table from where one stands, and leaves what an empty cell meets", () => {
  const { elements, heard } = aTable(3);
  elements["row-1-count"].value = "7";
  const paste = pasting(elements["row-0-host"], "Muslingen\t12\nBakkehuset\t\nKajskolen\t4\nfor far\t9");
  heard.paste(paste);
  assert.equal(paste.isStopped, true);
  const column = (name) => [0, 1, 2].map((row) => elements[`row-${row}-${name}`].value);
  assert.deepEqual(column("host"), ["Muslingen", "Bakkehuset", "Kajskolen"]);
  assert.deepEqual(column("count"), ["12", "7", "4"]);
  assert.equal(elements["row-0-host"].told, "input");
  assert.equal(elements["row-2-count"].fold.open, true);
});

test("a single word is pasted as always", () => {
  const { elements, heard } = aTable(1);
  const paste = pasting(elements["row-0-host"], "Muslingen");
  heard.paste(paste);
  assert.equal(paste.isStopped, false);
});

test("Enter goes down a row and sends nothing", () => {
  const { elements, heard } = aTable(2);
  const down = event(elements["row-0-count"], { key: "Enter" });
  heard.keydown(down);
  assert.equal(down.isStopped, true);
  assert.equal(elements["row-1-count"].isFocused, true);
  const last = event(elements["row-1-count"], { key: "Enter" });
  heard.keydown(last);
  assert.equal(last.isStopped, true);
});
