import { createHmac, generateKeyPairSync } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/pool";
import { deriveKey } from "@/lib/keys";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader, type SignedIn, signedIn } from "@/testing/callers";

const ME = "/api/v1/auth/me";

const api = serveApi();
let somebody: SignedIn;

beforeEach(async () => {
  resetSettings();
  somebody = await signedIn(api);
});

function bearer(token: string) {
  return api.fetch(ME, { headers: { authorization: `Bearer ${token}` } });
}

function byCookie(accessToken: string) {
  return api.fetch(ME, { headers: { cookie: cookieHeader({ accessToken }) } });
}

function claims(overrides: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const origin = new URL(api.url).origin;
  return {
    sub: somebody.user.id,
    sid: somebody.session.id,
    provider_id: somebody.user.provider_id,
    email: somebody.user.email,
    role: "user",
    type: "access",
    jti: "a jti",
    iat: now,
    exp: now + 900,
    iss: origin,
    aud: origin,
    ...overrides,
  };
}

/** A token signed by the real key, however odd what it says. */
async function genuine(payload: JWTPayload, header: Record<string, unknown> = {}) {
  const protectedHeader = { alg: "HS256", typ: "at+jwt", ...header };
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(await deriveKey("access-token"));
}

function encode(part: unknown) {
  return Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");
}

async function signedByHand(header: unknown, payload: unknown, hash = "sha256") {
  const input = `${encode(header)}.${encode(payload)}`;
  const signature = createHmac(hash, await deriveKey("access-token"))
    .update(input)
    .digest("base64url");
  return `${input}.${signature}`;
}

it("a token as ours are is taken, by Bearer and by cookie: the forgeries below fail for their own reasons", async () => {
  const token = await genuine(claims());
  expect((await bearer(token)).status).toBe(200);
  expect((await byCookie(token)).status).toBe(200);
  expect((await bearer(await signedByHand({ alg: "HS256", typ: "at+jwt" }, claims()))).status).toBe(200);
});

describe("401 INVALID_TOKEN", () => {
  async function expectRefused(token: string) {
    const response = await bearer(token);
    await expect(response).toFailWith("INVALID_TOKEN");
    expect(await response.text()).not.toContain("eyJ");
    if (!/[;,\s]|^$/.test(token)) await expect(await byCookie(token)).toFailWith("INVALID_TOKEN");
  }

  it.each(["none", "None", "NONE", "nOnE", "", "null"])("alg %j, unsigned and signed", async (alg) => {
    const header = { alg, typ: "at+jwt" };
    const unsigned = `${encode(header)}.${encode(claims())}`;
    for (const signature of ["", ".", ".x", ".AA"]) await expectRefused(unsigned + signature);
    await expectRefused(await signedByHand(header, claims()));
  });

  it.each([undefined, null, 0, true, ["HS256"], { HS256: 1 }])("alg %j", async (alg) => {
    await expectRefused(await signedByHand({ alg, typ: "at+jwt" }, claims()));
  });

  it("another algorithm, even with the right key", async () => {
    for (const [alg, hash] of [
      ["HS384", "sha384"],
      ["HS512", "sha512"],
      ["hs256", "sha256"],
      ["HS256 ", "sha256"],
    ] as const) {
      await expectRefused(await signedByHand({ alg, typ: "at+jwt" }, claims(), hash));
    }
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const ed = generateKeyPairSync("ed25519");
    for (const [alg, { privateKey }] of [
      ["RS256", rsa],
      ["PS256", rsa],
      ["ES256", ec],
      ["EdDSA", ed],
    ] as const) {
      await expectRefused(
        await new SignJWT(claims()).setProtectedHeader({ alg, typ: "at+jwt" }).sign(privateKey),
      );
    }
  });

  it("another key: of another purpose, guessed, empty, or that of another secret", async () => {
    const header = { alg: "HS256", typ: "at+jwt" };
    const input = `${encode(header)}.${encode(claims())}`;
    const keys: (string | Uint8Array)[] = [
      await deriveKey("refresh-token"),
      await deriveKey("rate-limit"),
      process.env.SECRET_KEY!,
      Buffer.from(process.env.SECRET_KEY!, "hex"),
      "",
      "secret",
      "5e".repeat(16),
    ];
    for (const key of keys) {
      await expectRefused(`${input}.${createHmac("sha256", key).update(input).digest("base64url")}`);
    }
    const token = await genuine(claims());
    resetSettings({ SECRET_KEY: "a1".repeat(32) });
    await expectRefused(token);
  });

  it("kid, jku, jwk, x5u, x5c and crit lead to no other key", async () => {
    const key = Buffer.alloc(32);
    const tricks: Record<string, unknown>[] = [
      { kid: "../../../../dev/null" },
      { kid: "' union select ''--" },
      { jku: "https://evil.example/jwks.json" },
      { jwk: { kty: "oct", k: key.toString("base64url") } },
      { x5u: "https://evil.example/cert.pem" },
      { x5c: ["AAAA"] },
    ];
    for (const trick of tricks) {
      const header = { alg: "HS256", typ: "at+jwt", ...trick };
      const input = `${encode(header)}.${encode(claims())}`;
      await expectRefused(`${input}.${createHmac("sha256", key).update(input).digest("base64url")}`);
    }
    for (const trick of [...tricks, { zip: "DEF" }, { cty: "JWT" }, { iss: "x" }]) {
      await expectRefused(await signedByHand({ alg: "HS256", typ: "at+jwt", ...trick }, claims()));
    }
    for (const crit of [["exp"], ["b64"], ["x"], [], "x"]) {
      await expectRefused(
        await signedByHand({ alg: "HS256", typ: "at+jwt", crit, b64: false, x: 1 }, claims()),
      );
    }
  });

  it("a signature that is stripped, cut, padded, doubled or spelled otherwise", async () => {
    const token = await genuine(claims());
    const [header, payload, signature = ""] = token.split(".");
    const last = signature.at(-1)!;
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    // 32 bytes leave two bits of the last character unused: three others decode to the same bytes.
    const sameBytes = [1, 2, 3].map((bits) => alphabet[alphabet.indexOf(last) ^ bits]);
    const spellings = [
      "",
      signature.slice(0, -1),
      signature.slice(0, 20),
      `${signature}A`,
      `${signature}=`,
      `${signature}==`,
      signature + signature,
      ...sameBytes.map((character) => signature.slice(0, -1) + character),
      `${signature}.`,
      `${signature}\u00ff`,
      ` ${signature}`,
      signature.toLowerCase(),
    ];
    for (const spelling of spellings) await expectRefused(`${header}.${payload}.${spelling}`);
    await expectRefused(`${header}.${payload}=.${signature}`);
    await expectRefused(`${header}=.${payload}.${signature}`);
    await expectRefused(`${header}.${payload}`);
    await expectRefused(`${header}..${signature}`);
    await expectRefused(`.${payload}.${signature}`);
    await expectRefused(`${token}.${token}`);
  });

  it("a payload that was changed under a genuine signature", async () => {
    const [header, , signature] = (await genuine(claims())).split(".");
    await expectRefused(`${header}.${encode(claims({ role: "admin" }))}.${signature}`);
  });

  it.each([
    ["iss", "https://evil.example"],
    ["iss", undefined],
    ["aud", "https://evil.example"],
    ["aud", undefined],
    ["aud", []],
    ["type", "refresh"],
    ["type", undefined],
    ["type", ["access"]],
    ["sid", undefined],
    ["sid", "no uuid"],
    ["sid", "' or 1=1"],
    ["sid", 5],
    ["sid", { $ne: null }],
    ["sub", undefined],
    ["sub", "00000000-0000-4000-8000-000000000000"],
    ["iat", Math.floor(Date.now() / 1000) + 600],
    ["jti", undefined],
    ["exp", undefined],
    ["exp", "tomorrow"],
    ["exp", null],
    ["nbf", Math.floor(Date.now() / 1000) + 60],
    ["nbf", "later"],
  ])("%s: %j, though the signature is ours", async (claim, value) => {
    const payload = claims();
    await expectRefused(await signedByHand({ alg: "HS256", typ: "at+jwt" }, { ...payload, [claim]: value }));
  });

  it.each(["JWT", "jwt", undefined, "refresh+jwt", 5])("typ %j", async (typ) => {
    await expectRefused(await signedByHand({ alg: "HS256", typ }, claims()));
  });

  it("a payload that is no object", async () => {
    for (const payload of ["null", "5", "[]", '"text"', "{", ""]) {
      await expectRefused(await signedByHand({ alg: "HS256", typ: "at+jwt" }, payload));
    }
  });

  it("a refresh token in place of an access token, words, and very much of them", async () => {
    await expectRefused(somebody.session.refreshToken);
    for (const word of ["", "x", "null", "undefined", "a.b.c", "....", "e30.e30.e30", "x".repeat(8_000)]) {
      await expectRefused(word);
    }
  });

  it("a token that was taken before, under another key", async () => {
    const token = await genuine(claims());
    expect((await bearer(token)).status).toBe(200);
    resetSettings({ SECRET_KEY: "a1".repeat(32) });
    await expectRefused(token);
  });

  it("a token that resembles one that was taken before", async () => {
    const token = await genuine(claims());
    expect((await bearer(token)).status).toBe(200);
    for (const other of [token.toLowerCase(), `${token}A`, token.slice(0, -1), `${token}=`, `${token}.`])
      await expectRefused(other);
  });

  it("a token for an APP_URL that isn't ours any more", async () => {
    const token = await genuine(claims());
    resetSettings({ APP_URL: "https://accounts.example.com" });
    await expect(await bearer(token)).toFailWith("INVALID_TOKEN");
  });
});

describe("401 TOKEN_EXPIRED", () => {
  it("when it has run out, with 5 s for clocks that differ", async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await bearer(await genuine(claims({ iat: now - 900, exp: now - 2 })))).status).toBe(200);
    await expect(await bearer(await genuine(claims({ iat: now - 900, exp: now - 7 })))).toFailWith(
      "TOKEN_EXPIRED",
    );
  });

  it("one that was taken before, once its time is over", async () => {
    const token = await genuine(claims());
    expect((await bearer(token)).status).toBe(200);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 910_000 });
    try {
      await expect(await bearer(token)).toFailWith("TOKEN_EXPIRED");
    } finally {
      vi.useRealTimers();
    }
  });

  it("is for genuine tokens only", async () => {
    const header = { alg: "HS256", typ: "at+jwt" };
    const input = `${encode(header)}.${encode(claims({ exp: 1 }))}`;
    await expect(await bearer(`${input}.${"A".repeat(43)}`)).toFailWith("INVALID_TOKEN");
  });
});

describe("401 MISSING_TOKEN", () => {
  it.each<Record<string, string>>([
    {},
    { authorization: "Basic YWRhOnBhc3N3b3Jk" },
    { authorization: "Token abc" },
    { cookie: "gatehouse.access=" },
    { cookie: "gatehouse.access" },
    { cookie: "authjs.session-token=abc; next-auth.session-token=def; __Secure-authjs.session-token=ghi" },
    { "x-access-token": "abc" },
  ])("for %j", async (headers) => {
    await expect(await api.fetch(ME, { headers })).toFailWith("MISSING_TOKEN");
  });

  it("a token in the address counts for nothing", async () => {
    const { accessToken } = somebody.session;
    await expect(await api.fetch(`${ME}?access_token=${accessToken}`)).toFailWith("MISSING_TOKEN");
  });

  it("over https only the cookie with the __Host- name counts", async () => {
    resetSettings({ APP_URL: "https://accounts.example.com" });
    const { session } = await signedIn(api);
    const plain = `gatehouse.access=${session.accessToken}`;
    await expect(await api.fetch(ME, { headers: { cookie: plain } })).toFailWith("MISSING_TOKEN");
    expect((await api.fetch(ME, { headers: { cookie: `__Host-${plain}` } })).status).toBe(200);
  });
});

describe("the two carriers", () => {
  it.each(["Bearer", "bearer", "BEARER", "Bearer  "])("%j is the word", async (word) => {
    const headers = { authorization: `${word} ${somebody.session.accessToken}` };
    expect((await api.fetch(ME, { headers })).status).toBe(200);
  });

  it.each(["Bearer nonsense", "Bearer", "Bearer ", "bearer\tnonsense", "Bearer,nonsense", "Bearer\u00a0x"])(
    "beside the header %j a good cookie doesn't count",
    async (authorization) => {
      const headers = { authorization, cookie: cookieHeader(somebody.session) };
      await expect(await api.fetch(ME, { headers })).toFailWith("INVALID_TOKEN");
    },
  );

  it("the refresh cookie proves nothing to a resource", async () => {
    const cookie = cookieHeader({ refreshToken: somebody.session.refreshToken });
    await expect(await api.fetch(ME, { headers: { cookie } })).toFailWith("MISSING_TOKEN");
  });

  it("a token under the secret before is still good, and new ones are signed by the new secret", async () => {
    const old = await genuine(claims());
    const expired = await genuine(claims({ exp: 1 }));
    resetSettings({ SECRET_KEY: "a1".repeat(32), SECRET_KEY_PREVIOUS: "5e".repeat(32) });
    expect((await bearer(old)).status).toBe(200);
    await expect(await bearer(expired)).toFailWith("TOKEN_EXPIRED");
    const fresh = (await signedIn(api)).session.accessToken;
    resetSettings({ SECRET_KEY: "a1".repeat(32) });
    expect((await bearer(fresh)).status).toBe(200);
    await expect(await bearer(old)).toFailWith("INVALID_TOKEN");
  });
});

describe("401 SESSION_REVOKED", () => {
  it("for a session that isn't there, though the token is genuine", async () => {
    const sid = "00000000-0000-4000-8000-000000000000";
    await expect(await bearer(await genuine(claims({ sid })))).toFailWith("SESSION_REVOKED");
  });

  it("at the next request after the session was ended, or the person disabled or deleted", async () => {
    for (const end of [
      (id: string) => database()`update sessions set revoked_at = now() where user_id = ${id}`,
      (id: string) => database()`update users set is_active = false where id = ${id}`,
      (id: string) => database()`update users set deleted_at = now() where id = ${id}`,
      (id: string) => database()`delete from users where id = ${id}`,
    ]) {
      const { user, fetch } = await signedIn(api);
      expect((await fetch(ME)).status).toBe(200);
      await end(user.id);
      await expect(await fetch(ME)).toFailWith("SESSION_REVOKED");
    }
  });
});
