import { hkdfSync } from "node:crypto";
import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { checkAddress } from "./address.mjs";
import { checkBucket } from "./bucket.mjs";
import { overNetwork } from "./database.mjs";
import { checkInstances } from "./instances.mjs";
import { checkServices } from "./services.mjs";
import { checkNames } from "./settings.mjs";

const LOCAL = { appUrl: "http://localhost:3000", host: "127.0.0.1", port: 3000, hops: 0 };
/** As docker-compose.yml sets it. */
const COMPOSED = { appUrl: "http://localhost", host: "0.0.0.0", port: 3000, hops: 1, composed: true };
const COMPOSED_TLS = { ...COMPOSED, appUrl: "https://app.example.com", hops: 2 };
const BEHIND_A_PROXY = { appUrl: "https://app.example.com", host: "127.0.0.1", port: 3000, hops: 1 };

describe("the address people use, the one listened on and the proxies between", () => {
  test.each([
    ["this machine only", LOCAL],
    ["a proxy with TLS on this machine", BEHIND_A_PROXY],
    ["cookies for the whole domain", { ...BEHIND_A_PROXY, cookieDomain: ".example.com" }],
    ["Compose, as it comes", COMPOSED],
    ["Compose with TLS", COMPOSED_TLS],
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
    ["doubtful", /nginx of Compose, but .* is 0: all callers count as one/, { ...COMPOSED, hops: 0 }],
    ["doubtful", /speaks https for it, but .* is 1: all callers count as one/, { ...COMPOSED_TLS, hops: 1 }],
    ["doubtful", /another proxy\? .*choose their own address/, { ...COMPOSED, hops: 2 }],
    ["wrong", /in the clear/, { ...COMPOSED, appUrl: "http://app.example.com" }],
  ])("don't fit: %s, %s", (state, what, address) => {
    expect(checkAddress(address)).toContainEqual({
      state,
      what: expect.stringMatching(what),
      todo: expect.any(String),
    });
  });
});

describe("the way to the database", () => {
  test.each([
    ["localhost", false, false],
    ["127.0.0.1", false, false],
    ["::1", false, false],
    ["localhost.example.com", false, true],
    ["db.example.com", false, true],
    ["postgres", false, true],
    ["postgres", true, false],
    ["db.example.com", true, true],
    ["postgres.example.com", true, true],
  ])(
    "to %s, under Compose: %s, leads over a network that others may listen on: %s",
    (host, composed, over) => {
      expect(overNetwork(host, composed)).toBe(over);
    },
  );
});

describe("the services that are set", () => {
  /** @param {Record<string, string>} env */
  const look = (env) => checkServices(env, () => import("../../../src/lib/smtp"));

  test("none is looked at that isn't", async () => {
    expect(await look({})).toEqual([]);
  });

  test("whoever answers is right, whoever doesn't is named, with the setting", async () => {
    const { port, close } = await listen((_request, response) => response.writeHead(403).end());
    const findings = await look({
      REDIS_URL: `redis://127.0.0.1:${port}`,
      TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      SMTP_URL: "smtp://127.0.0.1:1",
    });
    await close();
    expect(findings.map(({ state, what }) => `${state} ${what.split(":")[0]}`)).toEqual([
      "right REDIS_URL",
      "wrong SMTP_URL",
      // Somebody answers there who is no Temporal.
      "wrong TEMPORAL_ADDRESS",
      "right S3_ENDPOINT",
    ]);
  });

  test("an identity provider must describe itself as the issuer that is set, to the slash", async () => {
    const { port, close } = await listen((request, response) => {
      const described = request.url === "/.well-known/openid-configuration";
      response.writeHead(described ? 200 : 404).end(JSON.stringify({ issuer: `http://127.0.0.1:${port}` }));
    });
    const [exact] = await look({ AUTH_OIDC_ISSUER: `http://127.0.0.1:${port}` });
    const [slash] = await look({ AUTH_OIDC_ISSUER: `http://127.0.0.1:${port}/` });
    const [path] = await look({ AUTH_OIDC_ISSUER: `http://127.0.0.1:${port}/realm` });
    await close();
    expect(exact?.state).toBe("right");
    expect(slash).toMatchObject({ state: "wrong", what: expect.stringContaining("names another issuer") });
    expect(path).toMatchObject({ state: "wrong", what: expect.stringContaining("answers 404") });
  });
});

describe("names of settings", () => {
  test.each([
    ["SMTP_URI", "SMTP_URL"],
    ["DATABSE_URL", "DATABASE_URL"],
    ["MAIL_FORM", "MAIL_FROM"],
    ["TRUSTED_PROXY_HOP", "TRUSTED_PROXY_HOPS"],
    ["SECRETKEY_FILE", "SECRET_KEY"],
  ])("%s is none, and %s is meant", (name, meant) => {
    expect(checkNames({ [name]: "1" })).toEqual([
      { state: "doubtful", what: expect.stringContaining(name), todo: `Is ${meant} meant?` },
    ]);
  });

  test("those that are right, empty or others' are nobody's business", () => {
    const others = {
      SMTP_URL: "x",
      SECRET_KEY_FILE: "x",
      PATH: "x",
      HOSTNAME: "x",
      NODE_ENV: "x",
      SMTP_URI: "",
    };
    expect(checkNames(others)).toEqual([]);
  });
});

describe("the instances behind the address", () => {
  const secret = "0123456789abcdef".repeat(4);
  const proof = hkdfSync("sha256", secret, "", "gatehouse doctor", 32);

  /**
   * As /live answers, by an instance that believes as many proxies.
   *
   * @param {{ hops?: number, key?: ArrayBuffer }} instance
   */
  async function found({ hops = 0, key = proof }) {
    const { port, close } = await listen(({ headers, socket }, response) => {
      const said = String(headers["x-forwarded-for"]).split(", ");
      const own = headers["doctor-proof"] === Buffer.from(key).toString("hex");
      const seen = hops === 0 ? socket.remoteAddress : said.at(-hops);
      response.writeHead(200, { "x-trace-id": "x", ...(own && { "doctor-seen-as": seen }) }).end();
    });
    const findings = await checkInstances(`http://127.0.0.1:${port}`, { secret, hops });
    await close();
    return findings;
  }

  test("have the same key and believe nobody", async () => {
    expect(await found({})).toEqual([{ state: "right", what: expect.stringContaining("the same key") }]);
  });

  test("with one proxy too many in TRUSTED_PROXY_HOPS believe who forges", async () => {
    expect(await found({ hops: 1 })).toEqual([
      {
        state: "wrong",
        what: expect.stringContaining("callers choose their address"),
        todo: expect.stringContaining("less than 1"),
      },
    ]);
  });

  test("with another key are told apart", async () => {
    expect(await found({ key: hkdfSync("sha256", "another", "", "gatehouse doctor", 32) })).toEqual([
      { state: "wrong", what: expect.stringContaining("another SECRET_KEY"), todo: expect.any(String) },
    ]);
  });

  test("that aren't there or aren't ours are said elsewhere", async () => {
    expect(await checkInstances("http://127.0.0.1:1", { secret, hops: 0 })).toEqual([]);
    const { port, close } = await listen((_request, response) => response.writeHead(200).end());
    expect(await checkInstances(`http://127.0.0.1:${port}`, { secret, hops: 0 })).toEqual([]);
    await close();
  });
});

describe("the bucket", () => {
  /** @param {number} status @param {string} [body] */
  async function found(status, body) {
    /** @type {string[]} */
    const asked = [];
    const { port, close } = await listen(({ method }, response) => {
      asked.push(String(method));
      response.writeHead(status, { "content-type": "application/xml" }).end(body);
    });
    const findings = await checkBucket({
      S3_BUCKET: "files",
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_REGION: "us-east-1",
      S3_ACCESS_KEY: "key",
      S3_SECRET_KEY: "secret",
      S3_FORCE_PATH_STYLE: "on",
    });
    await close();
    return { asked, findings };
  }

  test("takes a file, gives it back and lets go of it", async () => {
    const { asked, findings } = await found(200);
    expect(asked).toEqual(["PUT", "GET", "DELETE"]);
    expect(findings).toEqual([{ state: "right", what: expect.stringContaining("files") }]);
  });

  test("that isn't there, or refuses, is wrong", async () => {
    const missing = await found(404, "<Error><Code>NoSuchBucket</Code><Message>no</Message></Error>");
    expect(missing.findings).toMatchObject([{ state: "wrong", todo: expect.stringContaining("Make it") }]);
    const refused = await found(403, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>");
    expect(refused.findings).toMatchObject([
      { state: "wrong", what: expect.stringContaining("AccessDenied") },
    ]);
  });
});

/** @param {import("node:http").RequestListener} listener */
async function listen(listener) {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}
