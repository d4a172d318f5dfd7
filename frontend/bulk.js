// The table of many activities: Enter goes down a row, and what is copied from a spreadsheet fills it from where one stands.

const COLUMNS = ["day", "kind", "host", "count", "words"];

/** The cells of what was copied from a spreadsheet, row by row. */
export function cellsOf(text) {
  return text.replace(/(\r?\n)+$/, "").split(/\r?\n/).map((line) => line.split("\t").map((cell) => cell.trim()));
}

/** In which row and column of the table a field stands; nothing for a field that stands elsewhere. */
export function placeOf(name) {
  const told = /^row-(\d+)-(\w+)$/.exec(name ?? "");
  return told && COLUMNS.includes(told[2]) ? { row: Number(told[1]), column: COLUMNS.indexOf(told[2]) } : null;
}

const fieldAt = (form, row, column) => form.elements[`row-${row}-${COLUMNS[column]}`];

/** Open what a field is folded in. */
function unfold(field) {
  const fold = field.closest("details");
  if (fold) fold.open = true;
}

/** Fill cells in from a place on; an empty cell leaves what stands there. */
function fillFrom(form, place, cells) {
  cells.forEach((line, down) => line.forEach((cell, right) => {
    const field = fieldAt(form, place.row + down, place.column + right);
    if (!field || !cell) return;
    unfold(field);
    field.value = cell;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }));
}

/** Start the tables of a page. */
export function startBulk(root) {
  for (const form of root.querySelectorAll("form.bulk")) {
    form.addEventListener("keydown", (event) => {
      const place = placeOf(event.target.name);
      if (event.key !== "Enter" || !place) return;
      event.preventDefault();
      const below = fieldAt(form, place.row + 1, place.column);
      if (!below) return;
      unfold(below);
      below.focus();
    });
    form.addEventListener("paste", (event) => {
      const place = placeOf(event.target.name);
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!place || !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      fillFrom(form, place, cellsOf(text));
    });
  }
}
