import { dictionary } from "@zxcvbn-ts/language-common";
import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./common-passwords";

describe("a common password", () => {
  it("is every entry of the source's list that is long enough to be typed here", () => {
    const entries = dictionary["passwords-common"].filter((entry) => entry.length >= 8);
    expect(entries.length).toBeGreaterThan(17_000);
    expect(entries.filter((entry) => !isCommonPassword(entry))).toEqual([]);
  });

  it.each(["password", "PASSWORD", "Password123", "iLoveYou", "ｐａｓｓｗｏｒｄ１", "Football", "trustNo1"])(
    "%s is one whatever its case and width",
    (password) => expect(isCommonPassword(password)).toBe(true),
  );

  it.each(["11111111", "88888888", "123123123", "abcabcabc", "AdminAdmin", "1234512345"])(
    "%s is one for its repetition",
    (password) => expect(isCommonPassword(password)).toBe(true),
  );

  it.each(["12345678", "0123456789", "87654321", "0987654321", "abcdefgh", "zyxwvuts", "poiuytrewq"])(
    "%s is one for its order",
    (password) => expect(isCommonPassword(password)).toBe(true),
  );
});

describe("not a common password", () => {
  it.each([
    "",
    "x",
    "correct horse battery staple",
    "password-of-mine",
    "xpassword1",
    "password1 ",
    "passwordpasswor",
    "пароль-надёжный",
    "🔑🔑🔑🔑🔑🔑🔑🔑",
    "p".repeat(128),
    "__proto__",
    "constructor\n",
    "\n\n\n\n\n\n\n\n",
  ])("is %j", (password) => expect(isCommonPassword(password)).toBe(false));

  it("is what lies across the border of two entries", () => {
    const eights = dictionary["passwords-common"].filter((entry) => /^[a-z]{8}$/.test(entry)).sort();
    const known = new Set(dictionary["passwords-common"]);
    const across = eights.slice(1).map((entry, at) => `${eights[at]?.slice(4)}${entry.slice(0, 4)}`);
    const visitors = across.filter((word) => !known.has(word) && word.slice(0, 4) !== word.slice(4));
    expect(visitors.length).toBeGreaterThan(5_000);
    expect(visitors.filter(isCommonPassword)).toEqual([]);
  });
});
