import { describe, expect, it } from "vitest";
import { isName } from "./text";

describe("a name", () => {
  it.each([
    "Ada Lovelace",
    "Иван",
    "محمد علی",
    "نمی\u200cخواهم",
    "👩\u200d🚀 Ada",
    "O’Hara-Müller",
    "日本 太郎",
  ])("is taken as people write it: %s", (name) => expect(isName(name)).toBe(true));

  it.each([
    ["turned around", "Ada\u202enimdA"],
    ["isolated", "\u2066Ada"],
    ["marked", "Ada\u200f"],
    ["with a space of no width", "Ad\u200ba"],
    ["with a soft hyphen", "Ad\u00ada"],
    ["of a filler", "\u3164"],
    ["with tags", "Ada\u{e0041}"],
    ["with a byte order mark", "\ufeffAda"],
    ["that ends with a joiner", "Ada\u200d"],
    ["of two lines", "Ada\u2028Admin"],
  ])("is refused %s", (_how, name) => expect(isName(name)).toBe(false));
});
