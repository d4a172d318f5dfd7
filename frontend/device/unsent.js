// What is not sent yet: the word in the header of every page, and the page that lists it.

import { queue, whenQueueChanges } from "./queue.js";
import { sendAllAlone } from "./sending.js";

const person = () => document.body.dataset.person;

/** The word in the header. It stands in the page for phones and for desks. */
async function count() {
  const entries = await queue.of(person());
  for (const badge of document.querySelectorAll(".unsent-badge")) {
    badge.hidden = entries.length === 0;
    const words = entries.length === 1 ? badge.dataset.one : badge.dataset.many;
    badge.querySelector("span").textContent = words.replace("{count}", entries.length);
  }
}

const shown = (element, isShown) => {
  element.hidden = !isShown;
};

function dayInWords(day) {
  const language = document.documentElement.lang;
  return day ? new Date(`${day}T12:00`).toLocaleDateString(language === "en" ? "en-GB" : language, { weekday: "long", day: "numeric", month: "long" }) : "";
}

/** One entry as a row: what it is, what the server said, and what can be done. */
function rowOf(entry, template) {
  const row = template.content.cloneNode(true).firstElementChild;
  const part = (name) => row.querySelector(`[data-part=${name}]`);
  const { kind, host, count: how, note } = entry.summary;
  part("kind").textContent = note || kind;
  part("facts").textContent = [note && kind, host, dayInWords(entry.day), entry.programme].filter(Boolean).join(", ");
  part("count").textContent = how;
  shown(part("refused"), entry.refused);
  for (const text of entry.refused?.problems ?? []) part("problems").append(Object.assign(document.createElement("li"), { textContent: text }));
  shown(part("lost"), entry.refused && !entry.refused.problems.length);
  shown(part("anyway"), entry.refused?.twin);
  part("correct").href = `${entry.page}#correct=${entry.key}`;
  part("anyway").addEventListener("click", async () => {
    await queue.put({ ...entry, refused: null, at: Date.now(), fields: [...entry.fields, ["anyway", "yes"]] });
    await sendAllAlone(queue);
  });
  part("delete").addEventListener("click", async () => {
    row.dataset.deleted = "";
    await queue.remove(entry.key);
    row.replaceChildren(template.content.querySelector("[data-part=deleted]").cloneNode(true));
    row.firstElementChild.hidden = false;
    const undo = row.querySelector("button");
    undo.addEventListener("click", async () => {
      await queue.put(entry);
      delete row.dataset.deleted;
    });
    undo.focus();
  });
  return row;
}

/** The page that lists what is not sent. */
function startPage(page) {
  const list = page.querySelector("ol");
  const template = page.querySelector("template");
  const when = (name, isShown) => page.querySelectorAll(`[data-when=${name}]`).forEach((element) => shown(element, isShown));
  const draw = async () => {
    const entries = await queue.of(person());
    if (list.querySelector("[data-deleted]")) return;
    list.replaceChildren(...entries.map((entry) => rowOf(entry, template)));
    when("none", entries.length === 0 && navigator.onLine);
    when("some", entries.length > 0);
    when("offline", !navigator.onLine);
  };
  const sendNow = async () => {
    const done = await sendAllAlone(queue);
    when("signed-out", done?.here?.person !== undefined && done.here.person !== person());
    for (const { outcome } of done?.told ?? []) if (outcome.state === "stored") saySent(page, outcome);
    await draw();
  };
  page.querySelector("[data-part=send]").addEventListener("click", sendNow);
  for (const event of ["online", "offline"]) window.addEventListener(event, draw);
  whenQueueChanges(draw);
  draw();
  return sendNow;
}

/** A line for what has just been sent, with the way to it. */
function saySent(page, { url, title, again }) {
  const told = page.querySelector("[data-part=sent]");
  const line = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
  line.append(link, ` ${again ? told.dataset.again : told.dataset.sent}`);
  told.append(line);
}

/** Count what waits on every page, and send it when there is a connection. */
export function startUnsent() {
  if (!person()) return;
  const page = document.querySelector(".unsent-page");
  const sendNow = page ? startPage(page) : () => sendAllAlone(queue);
  whenQueueChanges(count);
  count();
  window.addEventListener("online", sendNow);
  if (navigator.onLine) sendNow();
}
