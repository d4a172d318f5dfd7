// A long list of checkboxes becomes one to search in. Without this module it is still a list of checkboxes.

let made = 0;

/** Show only the choices whose text holds the words; what is chosen always stays in sight. */
function narrow(choices, words) {
  const wanted = words.trim().toLocaleLowerCase();
  for (const choice of choices) {
    const chosen = choice.querySelector("input").checked;
    choice.hidden = !chosen && wanted !== "" && !choice.textContent.toLocaleLowerCase().includes(wanted);
  }
}

/** Put a search field above the choices of one group, and the chosen ones first. */
function makeSearchable(group) {
  const choices = [...group.querySelectorAll(".form-group-checkbox")];
  const box = document.createElement("div");
  box.className = "picker-choices";
  box.tabIndex = 0;
  choices[0].before(box);
  const chosen = choices.filter((choice) => choice.querySelector("input").checked);
  box.append(...chosen, ...choices.filter((choice) => !chosen.includes(choice)));

  const search = document.createElement("input");
  search.type = "search";
  search.className = "form-input";
  search.id = `picker-${(made += 1)}`;
  search.setAttribute("aria-label", `${document.documentElement.lang === "en" ? "Search in" : "Søg i"} ${group.querySelector("legend").firstChild.textContent.trim()}`);
  search.placeholder = document.documentElement.lang === "en" ? "Search" : "Søg";
  search.addEventListener("input", () => narrow(choices, search.value));
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  box.before(search);
}

/** Start every picker in the page that has not been started. */
export function startPickers(root) {
  for (const group of root.querySelectorAll(".picker:not([data-started])")) {
    group.dataset.started = "";
    if (group.querySelectorAll(".form-group-checkbox").length > 8) makeSearchable(group);
  }
}
