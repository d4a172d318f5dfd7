// A registration that waits on the device: what was typed, by whom, and when.

/** The day of a moment where the programme is, as 2026-11-21. */
export const dayOf = (moment, timeZone) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(moment);

function dayBefore(day) {
  return new Date(Date.parse(`${day}T12:00Z`) - 24 * 3600 * 1000).toISOString().slice(0, 10);
}

const valueOf = (fields, name) => fields.find(([other]) => other === name)?.[1];

/** The day that an entry is about; "" where none was chosen. */
export function dayMeant({ fields, toldOn }) {
  const days = { today: toldOn, yesterday: dayBefore(toldOn) };
  return days[valueOf(fields, "day")] ?? valueOf(fields, "other_day") ?? "";
}

/** The pairs to send: "today" says so as long as it is still today, and is a date from then on. */
export function asSent(entry, now) {
  if (dayOf(now, entry.timeZone) === entry.toldOn) return entry.fields;
  const rest = entry.fields.filter(([name]) => name !== "day" && name !== "other_day");
  return [...rest, ["day", "other"], ["other_day", dayMeant(entry)]];
}
