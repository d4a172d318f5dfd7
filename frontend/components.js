// Wakes the design system's components, each element exactly once.
//
// DKFDS.init() may run only once on a page: a second run doubles the menu. So the components are
// started one by one, here, on the first page and again after every htmx swap.

/* global DKFDS */

const STARTED = "data-started";

const COMPONENTS = [
  [".accordion, .accordion-bordered", (element) => new DKFDS.Accordion(element).init()],
  [".alert.has-close", (element) => new DKFDS.Alert(element).init()],
  [".back-to-top-button", (element) => new DKFDS.BackToTop(element).init()],
  [".form-limit", (element) => new DKFDS.CharacterLimit(element).init()],
  [".js-checkbox-toggle-content", (element) => new DKFDS.CheckboxToggleContent(element).init()],
  [".js-dropdown", (element) => new DKFDS.Dropdown(element).init()],
  [".overflow-menu--sort", (element) => new DKFDS.DropdownSort(element).init()],
  ['[data-module="error-summary"]', (element) => new DKFDS.ErrorSummary(element).init()],
  [".fds-modal", (element) => new DKFDS.Modal(element).init()],
  [".js-menudropdown", (element) => new DKFDS.MenuDropdown(element).init()],
  [".js-radio-toggle-group", (element) => new DKFDS.RadioToggleGroup(element).init()],
  ["table.table--selectable", (element) => new DKFDS.TableSelectableRows(element).init()],
  [".tab-container", (element) => new DKFDS.Tabs(element).init()],
  [".tooltip-wrapper", (element) => new DKFDS.Tooltip(element).init()],
];

// These write the column's heading on each cell and leave cells alone that have one, so that a
// table whose rows were swapped may be visited again.
const RESPONSIVE_TABLES = [
  "table.table--responsive-headers",
  "table.table-sm-responsive-headers",
  "table.table-md-responsive-headers",
  "table.table-lg-responsive-headers",
].join(", ");

/** One broken component must not stop the others, nor pass unseen. */
function startOne(element, start) {
  element.setAttribute(STARTED, "");
  try {
    start(element);
  } catch (error) {
    console.error("A component could not be started:", error, element);
  }
}

/** Starts what is new inside `root`. */
export function startComponents(root) {
  for (const [selector, start] of COMPONENTS) {
    for (const element of root.querySelectorAll(selector)) {
      if (!element.hasAttribute(STARTED)) startOne(element, start);
    }
  }
  for (const table of root.querySelectorAll(RESPONSIVE_TABLES)) new DKFDS.ResponsiveTable(table);
  DKFDS.datePicker.init(root);
}

/** Starts the whole page: the menu and the date pickers' listeners too, which live once per page. */
export function startPage() {
  new DKFDS.Navigation().init();
  // The design system knows this word in Danish only.
  const more = document.querySelector(".more-option .more-button span");
  if (more && document.documentElement.lang === "en") more.textContent = "More";
  DKFDS.datePicker.on(document.body);
  startComponents(document);
}
