// What stands in a form, as pairs of name and value; and the way back.

const NOT_TYPED = new Set(["csrfmiddlewaretoken"]);

// As `landsby/web/kit/cpr.py`, which refuses it whatever a browser does: six digits that are a date, and four more.
const CPR_LIKE = /(?<!\d)(?:0[1-9]|[12]\d|3[01])[ \t./_-]*(?:0[1-9]|1[0-2])[ \t./_-]*\d{2}[ \t./_-]*\d{4}(?!\d)/;

/** Whether something in the text could be a CPR number. */
export const looksLikeCpr = (text) => CPR_LIKE.test(text);

/** The pairs that a form would send, without what only the session knows. */
export function typedInto(form) {
  return [...new FormData(form)].filter(([name, value]) => !NOT_TYPED.has(name) && typeof value === "string");
}

/** Put pairs into a form; what has no pair is unchosen, or left as it is where it is text. */
export function fill(form, pairs) {
  const valuesOf = (name) => pairs.filter(([other]) => other === name).map(([, value]) => value);
  for (const element of form.elements) {
    if (!element.name || NOT_TYPED.has(element.name) || element.type === "submit") continue;
    const values = valuesOf(element.name);
    if (element.type === "checkbox" || element.type === "radio") element.checked = values.includes(element.value);
    else if (element.options) for (const option of element.options) option.selected = values.includes(option.value);
    else if (values.length) element.value = values[0];
    const fold = values.some(Boolean) && element.type !== "hidden" && element.closest("details");
    if (fold) fold.open = true;
  }
}
