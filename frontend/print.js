// A button that prints the page. It is there only where a script runs; the browser's own menu prints as well.

/** Start every such button in the page. */
export function startPrinting(root) {
  for (const button of root.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
}
