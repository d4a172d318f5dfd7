// A file that belongs to one line of a choice: choosing the file chooses the line, and choosing another
// line lets the file go. Without this module the server tells when the two contradict each other.

/** Keep the file fields of a form and the lines that they go with together. */
function keepTogether(changed) {
  for (const file of changed.form?.querySelectorAll("input[type=file][data-goes-with]") ?? []) {
    const [name, value] = file.dataset.goesWith.split("=");
    if (changed === file && file.files.length) {
      for (const line of changed.form.elements[name]) line.checked = line.value === value;
    } else if (changed.name === name && changed.value !== value) {
      file.value = "";
    }
  }
}

/** Listen to every form. */
export function startChoosing() {
  document.addEventListener("change", ({ target }) => keepTogether(target));
}
