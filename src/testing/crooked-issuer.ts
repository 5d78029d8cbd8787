import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

export type Crooked = {
  issuer: string;
  /** What the next ID token says otherwise than it should. */
  claims: JWTPayload;
  /** What userinfo says otherwise. */
  userInfo: Record<string, unknown>;
  /** The nonce that it was asked to repeat, and all else of the question. */
  asked: URLSearchParams;
  close: () => Promise<void>;
};

/** An OpenID Connect provider that says what it is told to: for what no real one would say. It never asks anybody anything. */
export async function startCrookedIssuer({ clientId }: { clientId: string }): Promise<Crooked> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), alg: "RS256", use: "sig", kid: "1" };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", crooked.issuer);
    const json = (body: unknown) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (pathname === "/.well-known/openid-configuration") {
      const endpoint = (path: string) => `${crooked.issuer}/${path}`;
      return json({
        issuer: crooked.issuer,
        authorization_endpoint: endpoint("authorize"),
        token_endpoint: endpoint("token"),
        userinfo_endpoint: endpoint("userinfo"),
        jwks_uri: endpoint("jwks"),
      });
    }
    if (pathname === "/jwks") return json({ keys: [jwk] });
    if (pathname === "/authorize") {
      crooked.asked = searchParams;
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.search = String(new URLSearchParams({ code: "c0de", state: searchParams.get("state") ?? "" }));
      return response.writeHead(302, { location: back.href }).end();
    }
    if (pathname === "/userinfo") return json({ sub: "crooked", ...crooked.userInfo });
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: crooked.issuer,
      aud: clientId,
      sub: "crooked",
      nonce: crooked.asked.get("nonce"),
      iat: now,
      exp: now + 60,
      ...crooked.claims,
    };
    const id_token = await new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .sign(privateKey);
    return json({ access_token: "at", token_type: "Bearer", id_token });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const crooked: Crooked = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    claims: {},
    userInfo: {},
    asked: new URLSearchParams(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return crooked;
}
