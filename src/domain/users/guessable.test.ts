import { afterAll, describe, expect, it, vi } from "vitest";
import { isGuessable } from "./guessable";

vi.mock("@/brand", () => ({ BRAND: { name: "Gatehouse" } }));
afterAll(() => vi.doUnmock("@/brand"));

const NAMES = [
  "ada.lovelace@example.com",
  "ada.lovelace",
  "countess_ada",
  "Ada King-Lovelace",
  "Lantern & Sons",
  "Маяк",
];

describe("what is guessed", () => {
  it.each([
    "gatehouse",
    "Gatehouse2026!",
    "!!gatehouse1999",
    "G4teh0u$e",
    "GATEHOUSE-gatehouse",
    "Ada.Lovelace@example.com",
    "lovelace1815",
    "AdaLovelace!",
    "lovelace ada",
    "Countess_Ada#1",
    "LanternSons2026",
    "Lantern&Sons",
    "sons-lantern-2025!",
    "маяк-маяк",
    "МАЯК2026!",
  ])("%s: a name with years and signs", (password) => expect(isGuessable(password, NAMES)).toBe(true));

  it.each([
    "qwertyuiop[]",
    "asdfghjkl;",
    "1qaz2wsx",
    "1q2w3e4r5t",
    "zaq12wsx",
    "Qwerty2026!",
    "qwerty123456",
    "poiuytrewq",
    "йцукенгш",
    "фывапролдж",
    "ЙЦУКЕН2026!",
    "йцукен12345",
    "ячсмитьбю",
    "1йфя2цыч",
    "!qaz@wsx",
    "qwerty asdfgh",
  ])("%s: a walk over the keyboard", (password) => expect(isGuessable(password, [])).toBe(true));

  it.each([" ".repeat(8), "\u00a0".repeat(12), "\t \n \t \n ", "\u3000".repeat(9)])(
    "%j: nothing to be seen",
    (password) => expect(isGuessable(password, [])).toBe(true),
  );
});

describe("what isn't", () => {
  it.each([
    "correct horse battery staple",
    "seven lamps above the moat",
    "the keeper of the gate",
    "lovelace wrote the first program",
    "ada48291048210948",
    "надёжный пароль у ворот",
    "typewriter",
    "property of no one",
    "a lamp on the pier",
    "gatehouses",
    "🔑🔑🔑🔑🔑🔑🔑🔑",
    "hQ7!vb2#Zk",
  ])("%s", (password) => expect(isGuessable(password, NAMES)).toBe(false));

  it("is what is far too long, or next to a name that is: neither is reckoned with", () => {
    const began = performance.now();
    expect(isGuessable("a".repeat(60_000), NAMES)).toBe(false);
    expect(isGuessable("correct horse battery", ["a".repeat(60_000), "a b ".repeat(20_000)])).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it("is what has a name of two letters in it, or none at all", () => {
    expect(isGuessable("bo20262026!", ["Bo"])).toBe(false);
    expect(isGuessable("20262026", [null, undefined, "", "--", "2026"])).toBe(false);
  });
});
