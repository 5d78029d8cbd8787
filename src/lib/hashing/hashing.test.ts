import bcrypt from "bcryptjs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { hashPassword, verifyPassword } from "@/testing/patient-hashing";
import { parseHash } from "./formats.mjs";
import { closeHashing } from "./index";
import { replaceHashParameters } from "./parameters";

const MATCH = { matches: true, renew: false };
const MATCH_TO_RENEW = { matches: true, renew: true };
const NO_MATCH = { matches: false, renew: false };

function hashBy(kind: "argon2id" | "bcrypt") {
  resetSettings({ PASSWORD_HASH: kind });
}

beforeEach(() => {
  replaceHashParameters();
  hashBy("argon2id");
});
afterAll(closeHashing);

describe("with PASSWORD_HASH=argon2id", () => {
  it("new hashes are of that kind, at its full cost", async () => {
    const hash = await hashPassword("there is one");
    expect(parseHash(hash)).toMatchObject({
      kind: "argon2",
      memoryKib: 19_456,
      passes: 2,
      lanes: 1,
      newest: true,
    });
    expect(await verifyPassword("there is one", hash)).toEqual(MATCH);
    expect(await verifyPassword("there is none", hash)).toEqual(NO_MATCH);
  });
});

describe.each(["argon2id", "bcrypt"] as const)("with PASSWORD_HASH=%s", (kind) => {
  beforeEach(() => hashBy(kind));

  it("the cheap hashes of other tests are real ones, to be renewed", async () => {
    useCheapHashing();
    const hash = await hashPassword("cheap");
    expect(parseHash(hash)).toMatchObject(kind === "bcrypt" ? { cost: 4 } : { memoryKib: 8, passes: 1 });
    expect(await verifyPassword("cheap", hash)).toEqual(MATCH);
    replaceHashParameters();
    expect(await verifyPassword("cheap", hash)).toEqual(MATCH_TO_RENEW);
  });
});

describe("a password with an accent", () => {
  const [oneSign, twoSigns] = ["un café à la gare".normalize("NFC"), "un café à la gare".normalize("NFD")];
  beforeEach(useCheapHashing);

  it("is the same whether the keyboard sends it as one sign or as two", async () => {
    const hash = await hashPassword(twoSigns);
    expect(await verifyPassword(oneSign, hash)).toEqual(MATCH);
    expect(await verifyPassword(twoSigns, hash)).toEqual(MATCH);
    expect(await verifyPassword(twoSigns.replace("f", "g"), hash)).toEqual(NO_MATCH);
  });

  it("still opens what was hashed as it was typed", async () => {
    const hash = bcrypt.hashSync(twoSigns, 4);
    expect((await verifyPassword(twoSigns, hash)).matches).toBe(true);
    expect((await verifyPassword(oneSign, hash)).matches).toBe(false);
  });
});
