// The browser side of every page. The server renders; these modules only make what it rendered come alive.

import { startComponents, startPage } from "./components.js";
import { startFolds } from "./folds.js";
import { startCopying } from "./copy.js";
import { startPasskeys } from "./passkeys.js";
import { startPickers } from "./picker.js";

// The script is deferred, so the page is parsed when it runs.
startPage();
startFolds();
startPickers(document);
startCopying(document);
startPasskeys(document);

// htmx has put new content into the page. The event comes from the element that asked, which need
// not be where the content went, so the whole page is looked through; what has started is left alone.
document.addEventListener("htmx:after:swap", () => {
  startComponents(document);
  startPickers(document);
});
