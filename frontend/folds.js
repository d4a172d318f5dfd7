// A fold's heading says what is chosen in it, also while the form is being filled in; and a choice
// elsewhere in the form may open it. Without this module the headings say what the server knew.
// The words are made as `landsby/web/kit/folds.py` makes them.

/** The text of a label without what stands in elements inside it, such as "(may be left out)". */
function said(label) {
  return label?.firstChild?.textContent.trim() ?? "";
}

/** The values of one field in words. */
function values(group) {
  const choices = [...group.querySelectorAll("input[type=checkbox], input[type=radio]")];
  if (choices.length) return choices.filter((choice) => choice.checked).map((choice) => said(choice.labels[0]));
  const field = group.querySelector("input, select, textarea");
  if (!field?.value) return [];
  return [field.selectedOptions ? field.selectedOptions[0].textContent.trim() : field.value];
}

/** One field among several: its label, and of a count also how many. */
function briefly(group) {
  const [first] = values(group);
  if (first === undefined) return [];
  const label = said(group.querySelector("legend, label"));
  return [group.querySelector("input[inputmode=numeric]") ? `${label} ${first}` : label];
}

function retell(fold) {
  const groups = [...fold.querySelectorAll(".form-group")];
  const told = groups.length === 1 || fold.dataset.byFirst ? values(groups[0]) : groups.flatMap(briefly);
  const heading = fold.querySelector(".fold-chosen");
  heading.textContent = told.join(", ") || heading.dataset.nothing;
}

/** Open the folds that wait for this choice. */
function openWith(choice) {
  const folds = choice.form?.querySelectorAll("[data-opens-with]") ?? [];
  for (const fold of folds) if (choice.checked && fold.dataset.opensWith === `${choice.name}=${choice.value}`) fold.open = true;
}

/** Listen to every form, those that come later too; and read what the browser has kept from before. */
export function startFolds() {
  document.addEventListener("change", ({ target }) => {
    const fold = target.closest("details.fold");
    if (fold) retell(fold);
    openWith(target);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("details.fold").forEach(retell));
}
