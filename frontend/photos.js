// Adding a photo: it is made as large as it is shown before it leaves the telephone, and where the connection is lost
// the file that was chosen and what was typed stay in the form. Without this the form is sent as any other.

const LONGEST = 2000; // pixels; the server makes what it keeps of this
const QUALITY = 0.9;
const PATIENCE = 90_000; // milliseconds
const AS_DATA = { Accept: "application/json" };

/** The size of a picture whose longest side is no longer than this. */
export function fitted(width, height, longest = LONGEST) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return [Math.round(width * scale), Math.round(height * scale)];
}

/** The picture drawn smaller, and without what the camera wrote into it; the file itself where it cannot be drawn. */
async function lightened(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = fitted(picture.width, picture.height);
    const brush = canvas.getContext("2d");
    brush.fillStyle = "white";
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise((give) => canvas.toBlob(give, "image/jpeg", QUALITY));
    return drawn && drawn.size < file.size ? drawn : file;
  } catch {
    return file; // then the server says what is the matter with it
  }
}

/** What became of a form: `stored` with the page to go to, `refused` with the reasons, or `lost`. */
export async function sendForm(address, body, ask = fetch) {
  try {
    const answer = await ask(address, {
      method: "POST", body, headers: AS_DATA, redirect: "manual", signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) return { state: "stored", ...(await answer.json()) };
    if (answer.status === 422) return { state: "refused", ...(await answer.json()) };
    return { state: "odd" };
  } catch {
    return { state: "lost" };
  }
}

/** Say how it stands below the fields. */
function tell(form, words) {
  const note = form.querySelector(".photo-told");
  note.hidden = !words;
  note.textContent = words;
}

async function send(form) {
  const button = form.querySelector("button");
  const chosen = form.elements.file.files[0];
  button.disabled = true;
  tell(form, form.dataset.sending);
  const body = new FormData(form);
  if (chosen) body.set("file", await lightened(chosen), "photo");
  const outcome = await sendForm(form.action, body);
  button.disabled = false;
  if (outcome.state === "stored") {
    tell(form, "");
    // The same page may only differ behind the #, which would not fetch it again.
    const there = new URL(outcome.url, location.href);
    const isHere = there.pathname === location.pathname;
    location.assign(there);
    if (isHere) location.reload();
  } else if (outcome.state === "refused") tell(form, outcome.problems.join(" "));
  else if (outcome.state === "lost") tell(form, form.dataset.lost);
  else form.submit(); // signed out, or no longer allowed: the page says so itself
}

/** Start the forms that add a photo. */
export function startPhotos(root) {
  for (const form of root.querySelectorAll("form.photo-form")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
}
