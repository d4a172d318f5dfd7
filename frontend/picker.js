// A long list of checkboxes, or of choices of which one counts, becomes one to search in. Without this module it
// is still that list.
// One that is too long to send along holds the chosen alone, and asks the server for others by what is typed.

const SAID = {
  da: { search: "Søg", in: "Søg i", found: (count) => `${count} fundet`, none: "Ingen fundet" },
  en: { search: "Search", in: "Search in", found: (count) => `${count} found`, none: "None found" },
};

const PAUSE = 200; // milliseconds without a keystroke before the server is asked

const CHOICE = ".form-group-checkbox, .form-group-radio";

let made = 0;

function isChosen(choice) {
  return choice.querySelector("input").checked;
}

/** Whether it is the choice of none, which stays so that one may change one's mind. */
function isNone(choice) {
  return choice.querySelector("input").value === "";
}

/** Show the chosen ones on top, and of the others those whose text holds every word; gives how many fit. */
function narrow(box, choices, typed) {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (choice) => words.every((word) => choice.textContent.toLocaleLowerCase().includes(word));
  for (const choice of choices) choice.hidden = !isChosen(choice) && !fits(choice);
  box.append(...choices.filter(isChosen), ...choices.filter((choice) => !isChosen(choice)));
  box.scrollTop = 0;
  return choices.filter(fits).length;
}

/** The field to search in, named after what the group chooses. */
function searchField(group, said) {
  const search = document.createElement("input");
  search.type = "search";
  search.className = "form-input";
  search.id = `picker-${(made += 1)}`;
  search.placeholder = said.search;
  search.autocomplete = "off";
  search.setAttribute("aria-label", `${said.in} ${group.querySelector("legend").firstChild.textContent.trim()}`);
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  return search;
}

/** Put a search field above the choices of one group, and say beside it how many it finds. */
function makeSearchable(group) {
  const said = SAID[document.documentElement.lang] ?? SAID.da;
  const choices = [...group.querySelectorAll(CHOICE)];
  const list = group.querySelector("fieldset");
  const search = searchField(group, said);
  const found = document.createElement("p");
  found.className = "picker-found";
  found.setAttribute("role", "status");
  const box = document.createElement("div");
  box.className = "picker-choices";
  box.tabIndex = 0;
  if (choices.length) choices[0].before(search, found, box);
  else list.append(search, found, box);
  narrow(box, choices, "");
  const tell = (count) => {
    found.textContent = search.value.trim() ? (count ? said.found(count) : said.none) : "";
  };
  // What the server found fits, though it may have been called so once, or only mean the same.
  const askedServer = (count) => {
    narrow(box, choices, "");
    tell(count);
  };
  if (group.dataset.search) askServer(group, search, choices, askedServer);
  else search.addEventListener("input", () => tell(narrow(box, choices, search.value)));
}

/** Fetch choices that fit what is typed, once the typing pauses; an answer that comes too late is dropped. */
function askServer(group, search, choices, show) {
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = search.value;
      const url = `${group.dataset.search}?q=${encodeURIComponent(typed)}`;
      const answer = typed.trim() ? await fetch(url).catch(() => null) : null;
      if (search.value !== typed) return;
      const { found } = answer?.ok ? await answer.json() : { found: [] };
      const fits = new Set(found.map((one) => String(one.value)));
      drop(choices, (choice) => !isChosen(choice) && !isNone(choice) && !fits.has(choice.querySelector("input").value));
      const there = new Set(choices.map((choice) => choice.querySelector("input").value));
      for (const one of found) if (!there.has(String(one.value))) choices.push(choiceOf(group, one));
      show(fits.size);
    }, PAUSE);
  });
}

/** Take away the choices of which something holds. */
function drop(choices, holds) {
  for (const choice of choices.filter(holds)) {
    choice.remove();
    choices.splice(choices.indexOf(choice), 1);
  }
}

/** A choice as the server writes them (`multiple_input.html`). */
function choiceOf(group, one) {
  const type = group.querySelector("input[type=radio]") ? "radio" : "checkbox";
  const { name } = group.dataset;
  const choice = document.createElement("div");
  choice.className = `form-group-${type}`;
  const input = document.createElement("input");
  Object.assign(input, { type, className: `form-${type}`, name, value: one.value });
  input.id = `id_${name}_found_${one.value}`;
  const label = document.createElement("label");
  Object.assign(label, { className: "form-label", htmlFor: input.id, textContent: one.title });
  choice.append(input, label);
  return choice;
}

/** Start every picker in the page that has not been started. */
export function startPickers(root) {
  for (const group of root.querySelectorAll(".picker:not([data-started])")) {
    group.dataset.started = "";
    const count = group.querySelectorAll(CHOICE).length;
    if (count > 8 || group.dataset.search) makeSearchable(group);
  }
}
