// A long list of checkboxes becomes one to search in. Without this module it is still a list of checkboxes.

const SAID = {
  da: { search: "Søg", in: "Søg i", found: (count) => `${count} fundet`, none: "Ingen fundet" },
  en: { search: "Search", in: "Search in", found: (count) => `${count} found`, none: "None found" },
};

let made = 0;

function isChosen(choice) {
  return choice.querySelector("input").checked;
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
  const choices = [...group.querySelectorAll(".form-group-checkbox")];
  const search = searchField(group, said);
  const found = document.createElement("p");
  found.className = "picker-found";
  found.setAttribute("role", "status");
  const box = document.createElement("div");
  box.className = "picker-choices";
  box.tabIndex = 0;
  choices[0].before(search, found, box);
  narrow(box, choices, "");
  search.addEventListener("input", () => {
    const count = narrow(box, choices, search.value);
    found.textContent = search.value.trim() ? (count ? said.found(count) : said.none) : "";
  });
}

/** Start every picker in the page that has not been started. */
export function startPickers(root) {
  for (const group of root.querySelectorAll(".picker:not([data-started])")) {
    group.dataset.started = "";
    if (group.querySelectorAll(".form-group-checkbox").length > 8) makeSearchable(group);
  }
}
