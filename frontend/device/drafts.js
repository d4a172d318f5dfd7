// What is being typed lies on this device until it is stored: for the person who typed it, on the page they typed it on.
// It lies in the browser's plain storage, since only that is written before a tab can be closed.

import { fill, looksLikeCpr, typedInto } from "./fields.js";

const PREFIX = "landsby:draft:";
const DAY = 24 * 3600 * 1000;

/** Drafts in a storage, by person and page. */
export function draftsIn(storage, { days, now = Date.now }) {
  const every = () =>
    Object.keys(storage).filter((name) => name.startsWith(PREFIX)).map((name) => [name, JSON.parse(storage[name])]);
  const removeThose = (fit) => every().forEach(([name, draft]) => fit(draft) && storage.removeItem(name));
  const nameOf = (person, page) => `${PREFIX}${person}:${page}`;
  return {
    /** Keep what may be kept: a field that could hold a CPR number is left out. */
    keep(person, page, fields) {
      const kept = fields.filter(([, value]) => !looksLikeCpr(value));
      storage.setItem(nameOf(person, page), JSON.stringify({ at: now(), fields: kept }));
    },
    of: (person, page) => JSON.parse(storage.getItem(nameOf(person, page)) ?? "null"),
    forget: (person, page) => storage.removeItem(nameOf(person, page)),
    forgetOld: () => removeThose(({ at }) => at < now() - days * DAY),
    /** The server has stored what was sent from the page with this key. */
    forgetStored: (key) => removeThose(({ fields }) => fields.some(([name, value]) => name === "client_key" && value === key)),
  };
}

/** Whether two lists of pairs say the same; the key of a page is nothing that anybody typed. */
function same(some, others) {
  const told = (pairs) => JSON.stringify(pairs.filter(([name]) => name !== "client_key"));
  return told(some) === told(others);
}

let drafts;

/** Forget the draft of the page that is open. */
export function forgetDraft() {
  drafts?.forget(document.body.dataset.person, location.pathname);
}

/** Show what was restored, with the way to a clean form. */
function tell(form, clean) {
  const note = form.querySelector(".draft-note");
  note.hidden = false;
  note.querySelector("button").addEventListener("click", () => {
    forgetDraft();
    fill(form, clean);
    form.querySelectorAll("input, select, textarea").forEach((field) => field.dispatchEvent(new Event("change", { bubbles: true })));
    forgetDraft();
    note.remove();
    form.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
}

/** Restore what was being typed into a form, and keep what is typed from now on. */
function start(form, person) {
  const page = location.pathname;
  const clean = typedInto(form);
  const draft = drafts.of(person, page);
  const isAnswer = form.dataset.draft === "answered";
  if (draft && !isAnswer) {
    fill(form, draft.fields);
    tell(form, clean);
  }
  const keep = () => {
    const typed = typedInto(form);
    if (same(typed, clean) && !isAnswer) drafts.forget(person, page);
    else drafts.keep(person, page, typed);
  };
  if (isAnswer) keep();
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
}

/** Start the forms of the page that keep drafts. It runs before anything else reads the fields. */
export function startDrafts() {
  const { person, draftDays, stored } = document.body.dataset;
  try {
    drafts = draftsIn(localStorage, { days: Number(draftDays) });
    drafts.forgetOld();
  } catch {
    return; // a browser that keeps nothing for pages
  }
  if (stored) drafts.forgetStored(stored);
  if (person) for (const form of document.querySelectorAll("form[data-draft]")) start(form, person);
}
