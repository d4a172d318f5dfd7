// Text by lines: their numbers stand beside it, and whoever is told of a line is led to it. Without this module the
// link leads to the text.

/** The numbers of a text's lines, one below the other. */
export function numbersOf(text) {
  return text.split("\n").map((_line, at) => at + 1).join("\n");
}

/** Where a line begins and ends in a text, counted from one. */
export function placeOf(text, line) {
  const lines = text.split("\n");
  const begin = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return [begin, begin + (lines[line - 1] ?? "").length];
}

function number(field) {
  const frame = document.createElement("div");
  frame.className = "numbered";
  const numbers = document.createElement("div");
  numbers.className = "numbered-lines";
  numbers.setAttribute("aria-hidden", "true");
  field.replaceWith(frame);
  frame.append(numbers, field);
  const tell = () => { numbers.textContent = numbersOf(field.value); };
  const follow = () => { numbers.scrollTop = field.scrollTop; };
  field.addEventListener("input", tell);
  field.addEventListener("scroll", follow);
  tell();
}

function lead(field, line) {
  const height = parseFloat(getComputedStyle(field).lineHeight);
  field.focus();
  field.setSelectionRange(...placeOf(field.value, line));
  field.scrollTop = Math.max(0, (line - 3) * height);
}

/** Number every text that asks for it, and let links to its lines lead there. */
export function startNumbered(root) {
  root.querySelectorAll("textarea[data-numbered]").forEach(number);
  root.querySelectorAll("a[data-line]").forEach((link) => {
    link.addEventListener("click", (event) => {
      const field = root.querySelector("textarea[data-numbered]");
      if (!field) return;
      event.preventDefault();
      lead(field, Number(link.dataset.line));
    });
  });
}
