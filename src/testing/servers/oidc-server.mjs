import { randomBytes } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import { readForm, signInPage } from "./sign-in-page.mjs";

// A real OpenID Connect provider, as far as its protocol goes. Whoever comes says who they are, and is believed.

const CLIENT_ID = "gatehouse";
const SCOPES = "openid profile email";

/**
 * @typedef {{ issuer: string, clientId: string, clientSecret: string, close: () => Promise<void> }} OidcServer
 */

/** @param {{ redirectUri: string }} options @returns {Promise<OidcServer>} */
export async function startOidcServer({ redirectUri }) {
  const server = http.createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  const clientSecret = randomBytes(32).toString("hex");
  const provider = await quietly(() => createProvider({ issuer, clientSecret, redirectUri }));
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const handled = request.url?.startsWith("/interaction/") ? interact(request, response) : null;
    if (handled === null) return void answer(request, response);
    handled.catch((error) => response.writeHead(500).end(String(error)));
  });

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  async function interact(request, response) {
    if (request.method === "GET") {
      const fields = {
        sub: "Account",
        email: "Email",
        verified: "Verified",
        name: "Name",
        nickname: "Nickname",
      };
      const page = signInPage({ title: "Test ID", action: request.url ?? "", fields });
      return void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    }
    const { decision, sub = "", ...told } = await readForm(request);
    if (decision === "refuse") {
      return provider.interactionFinished(request, response, { error: "access_denied" });
    }
    people.set(sub, told);
    const grant = new provider.Grant({ accountId: sub, clientId: CLIENT_ID });
    grant.addOIDCScope(SCOPES);
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, { login: { accountId: sub }, consent });
  }

  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What each of them said of themselves. @type {Map<string, Record<string, string>>} */
const people = new Map();

/** @param {{ issuer: string, clientSecret: string, redirectUri: string }} options */
async function createProvider({ issuer, clientSecret, redirectUri }) {
  const { Provider } = await import("oidc-provider");
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => {
        const { email, verified, name, nickname } = people.get(sub) ?? {};
        return {
          sub,
          email: email || undefined,
          email_verified: verified !== "no",
          name: name || undefined,
          preferred_username: nickname || undefined,
        };
      },
    }),
  });
}

/** It warns of keys made for development, which these are. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function quietly(work) {
  const { info, warn } = console;
  Object.assign(console, { info: () => {}, warn: () => {} });
  try {
    return await work();
  } finally {
    Object.assign(console, { info, warn });
  }
}
