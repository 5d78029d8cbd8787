import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { checkAddress } from "./address.mjs";
import { checkServices } from "./services.mjs";

const LOCAL = { appUrl: "http://localhost:3000", host: "127.0.0.1", port: 3000, hops: 0 };
const BEHIND_A_PROXY = { appUrl: "https://app.example.com", host: "127.0.0.1", port: 3000, hops: 1 };

describe("the address people use, the one listened on and the proxies between", () => {
  test.each([
    ["this machine only", LOCAL],
    ["a proxy with TLS on this machine", BEHIND_A_PROXY],
    ["cookies for the whole domain", { ...BEHIND_A_PROXY, cookieDomain: ".example.com" }],
  ])("fit: %s", (_, address) => {
    expect(checkAddress(address)).toEqual([
      { state: "right", what: expect.stringContaining(address.appUrl) },
    ]);
  });

  test.each([
    ["wrong", /in the clear/, { ...BEHIND_A_PROXY, appUrl: "http://app.example.com" }],
    ["wrong", /links would lead elsewhere/, { ...LOCAL, port: 4000 }],
    ["wrong", /browsers would refuse/, { ...BEHIND_A_PROXY, cookieDomain: "example.org" }],
    ["wrong", /browsers would refuse/, { ...BEHIND_A_PROXY, cookieDomain: "pp.example.com" }],
    ["doubtful", /all callers count as one/, { ...BEHIND_A_PROXY, hops: 0 }],
    ["doubtful", /choose their own address/, { ...LOCAL, hops: 1 }],
    ["doubtful", /past the proxy/, { ...BEHIND_A_PROXY, host: "0.0.0.0" }],
    ["doubtful", /nobody outside this machine/, { ...BEHIND_A_PROXY, hops: 0 }],
    ["doubtful", /from other machines/, { ...LOCAL, host: "0.0.0.0" }],
  ])("don't fit: %s, %s", (state, what, address) => {
    expect(checkAddress(address)).toContainEqual({
      state,
      what: expect.stringMatching(what),
      todo: expect.any(String),
    });
  });
});

describe("the services that are set", () => {
  test("none is looked at that isn't", async () => {
    expect(await checkServices({})).toEqual([]);
  });

  test("whoever answers is right, whoever doesn't is named, with the setting", async () => {
    const { port, close } = await listen((_request, response) => response.writeHead(403).end());
    const findings = await checkServices({
      REDIS_URL: `redis://127.0.0.1:${port}`,
      TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      SMTP_URL: "smtp://127.0.0.1:1",
    });
    await close();
    expect(findings.map(({ state, what }) => `${state} ${what.split(":")[0]}`)).toEqual([
      "right REDIS_URL",
      "wrong SMTP_URL",
      "right TEMPORAL_ADDRESS",
      "right S3_ENDPOINT",
    ]);
  });

  test("an identity provider must describe itself as the issuer that is set, to the slash", async () => {
    const { port, close } = await listen((request, response) => {
      const described = request.url === "/.well-known/openid-configuration";
      response.writeHead(described ? 200 : 404).end(JSON.stringify({ issuer: `http://127.0.0.1:${port}` }));
    });
    const [exact] = await checkServices({ AUTH_OIDC_ISSUER: `http://127.0.0.1:${port}` });
    const [slash] = await checkServices({ AUTH_OIDC_ISSUER: `http://127.0.0.1:${port}/` });
    const [path] = await checkServices({ AUTH_OIDC_ISSUER: `http://127.0.0.1:${port}/realm` });
    await close();
    expect(exact?.state).toBe("right");
    expect(slash).toMatchObject({ state: "wrong", what: expect.stringContaining("names another issuer") });
    expect(path).toMatchObject({ state: "wrong", what: expect.stringContaining("answers 404") });
  });
});

/** @param {import("node:http").RequestListener} listener */
async function listen(listener) {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}
