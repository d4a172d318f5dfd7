// A municipality's sign-in to walk through: a real OpenID Connect provider, with the people that it is told of.
// It is told by one line of JSON on its input: { port, redirect, people: { login: claims } }.

import { createInterface } from "node:readline";

import { Provider } from "oidc-provider";

const [line] = await new Promise((resolve) => createInterface({ input: process.stdin }).once("line", (text) => resolve([text])));
const { port, redirect, people } = JSON.parse(line);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "landsby",
      client_secret: "a-secret-of-the-journeys-alone",
      redirect_uris: [redirect],
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  claims: { openid: ["sub"], profile: ["name", "groups"], email: ["email", "email_verified"] },
  findAccount: (_context, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
});
provider.listen(port, "127.0.0.1", () => console.log(`ready ${issuer}`));
