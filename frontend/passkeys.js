// Passkeys: the browser's own dialogue, between a button and the form that it stands in. Where the browser knows no
// passkeys the buttons stay hidden.

const fromText = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

/** The server's options with bytes where the browser wants bytes. */
function withBytes({ publicKey }) {
  const known = (keys = []) => keys.map((key) => ({ ...key, id: fromText(key.id) }));
  const options = { ...publicKey, challenge: fromText(publicKey.challenge) };
  if (publicKey.user) options.user = { ...publicKey.user, id: fromText(publicKey.user.id) };
  if (publicKey.excludeCredentials) options.excludeCredentials = known(publicKey.excludeCredentials);
  if (publicKey.allowCredentials) options.allowCredentials = known(publicKey.allowCredentials);
  return options;
}

/** The browser's answer with text where the server wants text. */
function asText(credential) {
  const { response } = credential;
  const told = { clientDataJSON: toText(response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) told[part] = toText(response[part]);
  }
  if (response.getTransports) told.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: told,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

/** The options that stand in the page, or those that the server gives when it is asked. */
async function optionsOf(form) {
  const script = document.getElementById(form.dataset.options);
  if (script) return JSON.parse(script.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return answer.json();
}

/** Make a passkey that signs in by itself, or use one. */
async function ask(form) {
  const options = await optionsOf(form);
  if (form.dataset.passkey === "use") {
    return navigator.credentials.get({ publicKey: withBytes(options.request_options) });
  }
  const publicKey = withBytes(options.creation_options);
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  };
  return navigator.credentials.create({ publicKey });
}

/** Start every passkey form in the page. */
export function startPasskeys(root) {
  if (!window.PublicKeyCredential) return;
  for (const form of root.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector("button");
    const trouble = form.querySelector("[role=alert][hidden]");
    button.hidden = false;
    form.querySelector(".no-passkeys")?.remove();
    button.addEventListener("click", async () => {
      trouble.hidden = true;
      try {
        form.elements.credential.value = asText(await ask(form));
        form.submit();
      } catch {
        trouble.hidden = false;
      }
    });
  }
}
