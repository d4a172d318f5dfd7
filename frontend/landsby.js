// The browser side of every page. The server renders; these modules only make what it rendered come alive.

import { startBulk } from "./bulk.js";
import { startChoosing } from "./choosing.js";
import { startComponents, startPage } from "./components.js";
import { startFolds } from "./folds.js";
import { startCopying } from "./copy.js";
import { startDrafts } from "./device/drafts.js";
import { startInstalled } from "./device/installed.js";
import { startQuickLog } from "./device/quick_log.js";
import { startUnsent } from "./device/unsent.js";
import { startNumbered } from "./numbered.js";
import { startPasskeys } from "./passkeys.js";
import { startPhotos } from "./photos.js";
import { startPickers } from "./picker.js";
import { startPrinting } from "./print.js";

// The script is deferred, so the page is parsed when it runs. Drafts come first: the others read what stands in the fields.
startDrafts();
startPage();
startFolds();
startChoosing();
startPickers(document);
startCopying(document);
startPrinting(document);
startBulk(document);
startNumbered(document);
startPasskeys(document);
startPhotos(document);

// A browser lets a page without TLS keep nothing for later, and then everything is sent as it always was.
if (window.isSecureContext && window.indexedDB && navigator.locks) {
  startQuickLog();
  startUnsent();
  startInstalled();
}

// htmx has put new content into the page. The event comes from the element that asked, which need
// not be where the content went, so the whole page is looked through; what has started is left alone.
document.addEventListener("htmx:after:swap", () => {
  startComponents(document);
  startPickers(document);
});
