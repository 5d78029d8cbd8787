import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locale.mjs";

describe("the language of an answer", () => {
  it.each([
    ["ru", "en", "ru"],
    ["la", "ru", "ru"],
    [undefined, "ru-RU,ru;q=0.9,en;q=0.8", "ru"],
    [undefined, "en;q=0.5, ru;q=0.7", "ru"],
    [undefined, "la, ru;q=0", "en"],
    [undefined, "la-VA,vo;q=0.9", "en"],
    [undefined, "la-RU, en", "en"],
    [undefined, "ru;q=nonsense,en", "en"],
    [undefined, null, "en"],
  ])("cookie %s, browser %s: %s", (cookie, acceptLanguage, locale) => {
    const sent = cookie && `theme=dark; NEXT_LOCALE=${cookie}; NEXT_LOCALE=la`;
    expect(chooseLocale({ cookie: sent, acceptLanguage })).toBe(locale);
  });
});
