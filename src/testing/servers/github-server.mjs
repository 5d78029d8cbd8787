import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import { readForm, signInPage } from "./sign-in-page.mjs";

// Speaks OAuth as GitHub does: no OpenID Connect, numbers for ids, emails by a question of their own. What is typed as
// "Trouble" tells it how to fail: `down`, `slow` or `broken`, once the code is to be exchanged.

/**
 * @typedef {{ url: string, clientId: string, clientSecret: string, close: () => Promise<void> }} GitHubServer
 * @typedef {{ id: string, login: string, name: string, email: string, verified: string, trouble: string }} Person
 * @typedef {{ person: Person, challenge: string, redirectUri: string }} Authorization
 * @typedef {(request: http.IncomingMessage, response: http.ServerResponse, url: URL) => unknown} Handler
 */

const FIELDS = {
  id: "Id",
  login: "Login",
  name: "Name",
  email: "Email",
  verified: "Verified",
  trouble: "Trouble",
};

/** @param {{ redirectUri: string }} options @returns {Promise<GitHubServer>} */
export async function startGitHubServer({ redirectUri }) {
  const clientId = "gatehouse";
  const clientSecret = randomBytes(20).toString("hex");
  /** @type {Map<string, Authorization>} */
  const codes = new Map();
  /** @type {Map<string, Person>} */
  const tokens = new Map();

  /** @type {Record<string, Handler>} */
  const handlers = {
    "GET /login/oauth/authorize": (_request, response, { searchParams }) => {
      const asked = Object.fromEntries(searchParams);
      const right =
        asked.client_id === clientId &&
        asked.redirect_uri === redirectUri &&
        asked.code_challenge_method === "S256";
      if (!right) return response.writeHead(400).end("The client, its address or PKCE is not right.");
      const page = signInPage({
        title: "Test Hub",
        action: "/login/oauth/authorize",
        fields: FIELDS,
        hidden: asked,
      });
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    },
    "POST /login/oauth/authorize": async (request, response) => {
      const { decision, state = "", code_challenge: challenge = "", ...person } = await readForm(request);
      const back = new URL(redirectUri);
      if (decision === "refuse") {
        const error_description = "The user has denied your application access.";
        back.search = String(new URLSearchParams({ error: "access_denied", error_description, state }));
      } else {
        const code = randomBytes(10).toString("hex");
        codes.set(code, { person: /** @type {any} */ (person), challenge, redirectUri });
        back.search = String(new URLSearchParams({ code, state, iss: `${url}/login/oauth` }));
      }
      response.writeHead(302, { location: back.href }).end();
    },
    "POST /login/oauth/access_token": async (request, response) => {
      const { code = "", code_verifier = "", redirect_uri } = await readForm(request);
      const given = codes.get(code);
      codes.delete(code);
      if (given?.person.trouble === "down") return request.socket.destroy();
      if (given?.person.trouble === "slow") return;
      if (given?.person.trouble === "broken") return json(response, { error: "server_error" }, 500);
      const client = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
      const challenge = createHash("sha256").update(code_verifier).digest("base64url");
      if (request.headers.authorization !== `Basic ${client}`) {
        return json(response, { error: "incorrect_client_credentials" });
      }
      if (!given || given.challenge !== challenge || redirect_uri !== redirectUri) {
        return json(response, { error: "bad_verification_code" }); // with a 200, as GitHub says it
      }
      const token = `gho_${randomBytes(18).toString("hex")}`;
      tokens.set(token, given.person);
      json(response, { access_token: token, token_type: "bearer", scope: "read:user,user:email" });
    },
    "GET /api/v3/user": (request, response) => {
      const person = personOf(request);
      if (!person) return json(response, { message: "Bad credentials" }, 401);
      // The public email: nothing says whether it is verified.
      const email = person.email || null;
      json(response, { id: Number(person.id), login: person.login, name: person.name || null, email });
    },
    "GET /api/v3/user/emails": (request, response) => {
      const person = personOf(request);
      if (!person) return json(response, { message: "Bad credentials" }, 401);
      json(response, [
        { email: "elsewhere@example.com", primary: false, verified: true },
        { email: person.email, primary: true, verified: person.verified !== "no" },
      ]);
    },
  };

  /** @param {http.IncomingMessage} request */
  function personOf({ headers }) {
    return tokens.get(headers.authorization?.replace(/^Bearer /, "") ?? "");
  }

  const server = http.createServer(async (request, response) => {
    const asked = new URL(request.url ?? "/", "http://localhost");
    const handler = handlers[`${request.method} ${asked.pathname}`];
    if (handler) await handler(request, response, asked);
    else json(response, { message: "Not Found" }, 404);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  return {
    url,
    clientId,
    clientSecret,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** @param {http.ServerResponse} response @param {unknown} body */
function json(response, body, status = 200) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
