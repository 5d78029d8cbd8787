import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash, verify } from "./digest.mjs";
import { dummyHash, type HashParameters, parseHash } from "./formats.mjs";

const MATCH = { matches: true, renew: false };
const MATCH_TO_RENEW = { matches: true, renew: true };
const NO_MATCH = { matches: false, renew: false };

const ARGON2: HashParameters = { kind: "argon2id", memoryKib: 8, passes: 1, lanes: 1 };
const BCRYPT: HashParameters = { kind: "bcrypt", cost: 4 };

describe.each<[string, HashParameters, HashParameters[]]>([
  ["argon2id", ARGON2, [BCRYPT, { ...ARGON2, memoryKib: 16 }, { ...ARGON2, passes: 2 }]],
  ["bcrypt", BCRYPT, [ARGON2, { ...BCRYPT, cost: 5 }]],
])("%s", (_, live, others) => {
  it("matches the password itself and nothing else, to the last byte of the longest", () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 128 });
    fc.assert(
      fc.property(text, text, (password, other) => {
        const stored = hash(password, live);
        expect(stored.length).toBeLessThanOrEqual(255);
        expect(verify(password, stored, live)).toEqual(MATCH);
        expect(verify(other, stored, live).matches).toBe(other === password);
        expect(verify(`${password}x`, stored, live)).toEqual(NO_MATCH);
        expect(verify(password.slice(0, -1), stored, live)).toEqual(NO_MATCH);
      }),
      { numRuns: 60 },
    );
  });

  it.each([71, 72, 73, 128])("doesn't cut a password of %i bytes", (length) => {
    const password = "p".repeat(length);
    const stored = hash(password, live);
    expect(verify(password, stored, live)).toEqual(MATCH);
    expect(verify(`${password}!`, stored, live)).toEqual(NO_MATCH);
    expect(verify("p".repeat(length - 1), stored, live)).toEqual(NO_MATCH);
    expect(verify(`${"p".repeat(length - 1)}!`, stored, live)).toEqual(NO_MATCH);
  });

  it("loses nothing behind a NUL, and repeats nothing", () => {
    const stored = hash("open\0sesame", live);
    expect(verify("open\0sesame", stored, live)).toEqual(MATCH);
    expect(verify("open\0barley", stored, live)).toEqual(NO_MATCH);
    const plain = hash("open", live);
    expect(verify("open\0open", plain, live)).toEqual(NO_MATCH);
    expect(verify("open\0", plain, live)).toEqual(NO_MATCH);
  });

  it("makes two hashes of one password", () => {
    expect(hash("twice the same", live)).not.toBe(hash("twice the same", live));
  });

  it("verifies hashes of another kind or cost, and asks for them to be renewed", () => {
    for (const other of others) {
      const stored = hash("moved house", other);
      expect(verify("moved house", stored, live)).toEqual(MATCH_TO_RENEW);
      expect(verify("moved horse", stored, live)).toEqual(NO_MATCH);
    }
  });

  it("verifies a missing hash by one of its own kind and cost, which nothing matches", () => {
    const dummy = dummyHash(live);
    const { kind: _kind, ...cost } = live;
    expect(parseHash(dummy)).toMatchObject(cost);
    for (const password of ["", "x", "password"]) {
      expect(verify(password, null, live)).toEqual(NO_MATCH);
      expect(verify(password, dummy, live)).toEqual(NO_MATCH);
    }
  });
});

describe("hashes from elsewhere", () => {
  const LONG =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored";
  const LONG_HASH = "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";

  // The vectors of crypt_blowfish, passlib and the reference implementation of Argon2.
  it.each([
    ["$2a$", "U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["$2b$", "U*U", "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["$2y$", "U*U", "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["bcrypt over 72 bytes", LONG, LONG_HASH],
    [
      "bcrypt-sha256",
      "password",
      "$bcrypt-sha256$v=2,t=2b,r=12$n79VH.0Q2TMWmt3Oqt9uku$Kq4Noyk3094Y2QlB8NdRT8SvGiI4ft2",
    ],
    [
      "argon2id at 64 MiB",
      "password",
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    ],
    [
      "argon2i",
      "password",
      "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
    ],
    [
      "argon2i of version 16",
      "password",
      "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
    ],
  ])("%s verifies and is to be renewed", (_, password, stored) => {
    expect(verify(password, stored, ARGON2)).toEqual(MATCH_TO_RENEW);
    expect(verify(`not ${password}`, stored, ARGON2)).toEqual(NO_MATCH);
  });

  it("of a password over 72 bytes sees what bcrypt saw, and is renewed into one that counts all of it", () => {
    const live: HashParameters = { kind: "bcrypt", cost: 5 };
    expect(verify(LONG, LONG_HASH, live)).toEqual(MATCH_TO_RENEW);
    expect(verify(LONG.slice(0, 72), LONG_HASH, live)).toEqual(MATCH_TO_RENEW);
    const renewed = hash(LONG, live);
    expect(verify(LONG, renewed, live)).toEqual(MATCH);
    expect(verify(LONG.slice(0, 72), renewed, live)).toEqual(NO_MATCH);
  });

  it.each([
    "",
    "x",
    "plain text",
    "5f4dcc3b5aa765d61d8327deb882cf99",
    "$1$salt$qJH7.N4xYta3aEG/dfqo/0",
    "$argon2id$",
    "$argon2id$v=19$m=8,t=1,p=1$$",
    "$argon2id$v=19$m=0,t=0,p=0$YWJjZGVmZ2hpams$YWJjZGVmZ2hpamtsbW5vcA",
    "$argon2id$v=19$m=8,t=1,p=200$YWJjZGVmZ2hpams$YWJjZGVmZ2hpamtsbW5vcA",
    "$argon2id$v=99$m=8,t=1,p=1$YWJjZGVmZ2hpams$YWJjZGVmZ2hpamtsbW5vcA",
    `$argon2id$v=19$m=4194304,t=1,p=1$${"A".repeat(22)}$${"A".repeat(43)}`,
    `$argon2id$v=19$m=19456,t=9999,p=1$${"A".repeat(22)}$${"A".repeat(43)}`,
    `$2b$31$${".".repeat(53)}`,
    `$2b$03$${".".repeat(53)}`,
    `$2x$05$${".".repeat(53)}`,
    `$2b$05$${"!".repeat(53)}`,
    "$2b$05$tooshort",
    "$bcrypt-sha256$v=2,t=2b,r=12$$",
  ])("%j is none: it matches nothing and breaks nothing", (garbage) => {
    for (const password of ["", "password"]) expect(verify(password, garbage, ARGON2)).toEqual(NO_MATCH);
  });
});
