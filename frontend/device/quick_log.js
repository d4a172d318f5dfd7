// The quick log puts what is saved in the queue before it is sent, so that no connection can lose it.

import { forgetDraft } from "./drafts.js";
import { dayMeant, dayOf } from "./entries.js";
import { fill, looksLikeCpr, typedInto } from "./fields.js";
import { queue } from "./queue.js";
import { send, settle, whoIsHere } from "./sending.js";

/** What a reader recognises it by: the words of what was chosen. */
function summaryOf(form) {
  const chosen = (name) => form.querySelector(`[name="${name}"]:checked`)?.labels[0]?.textContent.trim();
  const other = form.elements.other_actor;
  const host = other?.value ? other.selectedOptions[0].textContent.trim() : chosen("actor");
  return { kind: chosen("kind") ?? "", host: host ?? "", count: form.elements.count.value, note: form.elements.note.value };
}

function entryOf(form, submitter) {
  const { timeZone, programme } = form.dataset;
  const fields = typedInto(form);
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  const at = Date.now();
  const entry = {
    key: form.elements.client_key.value,
    person: document.body.dataset.person,
    at,
    toldOn: dayOf(at, timeZone),
    timeZone,
    fields,
    page: location.pathname,
    programme,
    summary: summaryOf(form),
  };
  return { ...entry, day: dayMeant(entry) };
}

/** The ordinary way: the server answers with a page, and says what must be mended. */
function sendAsForm(form, submitter) {
  if (submitter?.name) {
    const also = document.createElement("input");
    Object.assign(also, { type: "hidden", name: submitter.name, value: submitter.value });
    form.append(also);
  }
  HTMLFormElement.prototype.submit.call(form);
}

/** It waits: say so, and make the form ready for the next one. */
function sayKept(form, isSignedOut) {
  form.reset();
  for (const name of ["count", "note"]) form.elements[name].value = "";
  form.elements.client_key.value = crypto.randomUUID();
  form.querySelectorAll(".draft-note, [role=alert]").forEach((note) => note.remove());
  const note = form.querySelector(".kept-note");
  note.querySelector("[data-when=signed-out]").hidden = !isSignedOut;
  note.querySelector("[data-when=offline]").hidden = isSignedOut;
  note.hidden = false;
  note.focus();
  note.scrollIntoView({ block: "start" });
}

/** Queue it, send it, and go on as it went. */
async function save(form, submitter) {
  const entry = entryOf(form, submitter);
  await queue.put(entry);
  forgetDraft();
  const here = await whoIsHere();
  const isMe = here?.person === entry.person;
  const outcome = isMe ? await send({ ...entry, fields: [...entry.fields, ["waiting", "yes"]] }, here.token) : { state: "waiting" };
  if (outcome.state === "refused") {
    await queue.remove(entry.key);
    return sendAsForm(form, submitter);
  }
  await settle(queue, entry, outcome);
  if (outcome.state === "stored") return location.assign(outcome.url);
  sayKept(form, Boolean(here) && !isMe);
  navigator.storage?.persist?.();
  const worker = await navigator.serviceWorker?.getRegistration();
  await worker?.sync?.register("unsent").catch(() => {});
}

/** Bring back an entry that is to be corrected. */
async function correct(form) {
  const key = new URLSearchParams(location.hash.slice(1)).get("correct");
  const entry = key && (await queue.get(key));
  if (entry?.person !== document.body.dataset.person) return false;
  fill(form, [...entry.fields.filter(([name]) => name !== "day" && name !== "other_day" && name !== "anyway"), ["day", "other"], ["other_day", entry.day]]);
  return true;
}

/** Nothing that could be a CPR number is kept on the device either; the browser says it where the server cannot. */
function isRight(form) {
  for (const field of form.querySelectorAll("input[type=text]")) {
    field.setCustomValidity(looksLikeCpr(field.value) ? form.dataset.cpr : "");
  }
  return form.checkValidity();
}

/** Start the quick log of the page, if this is one. */
export async function startQuickLog() {
  const form = document.querySelector("form.quick-log");
  if (!form?.elements.client_key || !document.body.dataset.person) return;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.saving) return;
    if (!isRight(form)) {
      if (navigator.onLine) sendAsForm(form, event.submitter);
      else form.reportValidity();
      return;
    }
    form.dataset.saving = "yes";
    try {
      await save(form, event.submitter);
    } catch (error) {
      console.warn("Sent without the queue:", error);
      sendAsForm(form, event.submitter);
    } finally {
      delete form.dataset.saving;
    }
  });
  // A page that was kept on the device is opened many times, and each is a registration of its own.
  const isAnswer = form.dataset.draft === "answered";
  const isDraft = !form.querySelector(".draft-note")?.hidden;
  if (!(await correct(form)) && !isAnswer && !isDraft) form.elements.client_key.value = crypto.randomUUID();
  form.dataset.ready = "";
}
