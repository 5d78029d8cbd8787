import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { readIdToken } from "./id-token";

let count = 0;
let own: { privateKey: CryptoKey; jwk: JWK };
let other: { privateKey: CryptoKey; jwk: JWK };

beforeAll(async () => {
  own = await pair("own");
  other = await pair("other");
});

async function pair(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid } };
}

function sign(key: CryptoKey | Uint8Array, header: { alg: string; kid?: string }) {
  return new SignJWT({ sub: "ada" }).setProtectedHeader(header).sign(key);
}

/** A provider that has these keys, each time that it is asked. */
function provider(...keys: JWK[][]) {
  const issuer = `https://id${count++}.example.com/tenant`;
  const asked: string[] = [];
  let times = 0;
  const fetch = async (input: string | URL | Request) => {
    const address = String(input);
    asked.push(address);
    if (address === `${issuer}/.well-known/openid-configuration`) {
      return Response.json({ jwks_uri: `${issuer}/keys` });
    }
    return Response.json({ keys: keys[Math.min(times++, keys.length - 1)] });
  };
  return { issuer, asked, fetch };
}

describe("an ID token", () => {
  it("is read that the issuer has signed; its keys are asked for once in a while", async () => {
    const from = provider([own.jwk]);
    const token = await sign(own.privateKey, { alg: "ES256", kid: "own" });
    expect(await readIdToken(token, from)).toEqual({ sub: "ada" });
    expect(await readIdToken(token, from)).toEqual({ sub: "ada" });
    expect(from.asked).toEqual([`${from.issuer}/.well-known/openid-configuration`, `${from.issuer}/keys`]);
  });

  it("is read by a key that came since", async () => {
    const from = provider([own.jwk], [own.jwk, other.jwk]);
    await readIdToken(await sign(own.privateKey, { alg: "ES256", kid: "own" }), from);
    const token = await sign(other.privateKey, { alg: "ES256", kid: "other" });
    expect(await readIdToken(token, from)).toEqual({ sub: "ada" });
  });

  it("signed by anybody else, by our secret, or by nobody is refused", async () => {
    const from = provider([own.jwk]);
    const none = `${btoa('{"alg":"none"}').replaceAll("=", "")}.${btoa('{"sub":"ada"}').replaceAll("=", "")}.`;
    for (const token of [
      await sign(other.privateKey, { alg: "ES256", kid: "own" }),
      await sign(other.privateKey, { alg: "ES256", kid: "other" }),
      await sign(new Uint8Array(32), { alg: "HS256" }),
      none,
    ]) {
      await expect(readIdToken(token, from)).rejects.toThrow();
    }
  });

  it("is asked about anew after keys that could not be had", async () => {
    const from = provider([own.jwk]);
    const token = await sign(own.privateKey, { alg: "ES256", kid: "own" });
    const away = { ...from, fetch: () => Promise.reject(new Error("away")) };
    await expect(readIdToken(token, away)).rejects.toThrow("away");
    expect(await readIdToken(token, from)).toEqual({ sub: "ada" });
  });
});
