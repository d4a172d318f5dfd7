// Draws the charts of a page from the Vega-Lite specifications that the server wrote into it.
//
//   <div data-chart="reach-spec"></div>  <script type="application/json" id="reach-spec">{…}</script>
//
// Expressions are interpreted, never compiled, and no style element is added, so that the page may
// forbid eval and inline styles. Every chart has its table beside it; a chart that cannot be drawn
// leaves the table to speak.

import embed from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";

const OPTIONS = {
  mode: "vega-lite",
  renderer: "svg",
  actions: false,
  ast: true,
  expr: expressionInterpreter,
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

const DANISH_NUMBERS = {
  decimal: ",",
  thousands: ".",
  grouping: [3],
  currency: ["", " kr."],
};

/** Numbers as the page's language writes them. */
function options() {
  return document.documentElement.lang === "da" ? { ...OPTIONS, formatLocale: DANISH_NUMBERS } : OPTIONS;
}

/** Draws one chart; the element then says that it is drawn. */
async function draw(element) {
  const source = document.getElementById(element.dataset.chart);
  element.dataset.chartState = "drawing";
  try {
    await embed(element, JSON.parse(source.textContent), options());
    element.dataset.chartState = "drawn";
  } catch (error) {
    element.dataset.chartState = "failed";
    console.error("A chart could not be drawn:", error, element);
  }
}

const FOLDED = 'details:not([open]), .accordion-content[aria-hidden="true"]';

/** Draws the charts that can be seen and are not drawn yet; in what is folded away there is no width to draw in. */
function drawAll() {
  for (const element of document.querySelectorAll("[data-chart]:not([data-chart-state])")) {
    if (!element.closest(FOLDED)) draw(element);
  }
}

drawAll();
document.addEventListener("toggle", drawAll, true);
document.addEventListener("fds.accordion.open", drawAll, true);
document.addEventListener("htmx:after:swap", drawAll);
