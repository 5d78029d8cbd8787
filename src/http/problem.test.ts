import { describe, expect, it } from "vitest";
import { ERROR_CODES, ERROR_STATUS, Problem } from "@/lib/errors";
import { LOCALES } from "@/lib/locale.mjs";
import { serveApi } from "@/testing/api-server";
import { detailOf, problemResponse } from "./problem";

const api = serveApi();

describe("the language of `detail`", () => {
  const RUSSIAN = "Войдите, чтобы продолжить.";

  it.each<[string, Record<string, string>]>([
    ["Sign in to continue.", {}],
    [detailOf("MISSING_TOKEN", "ru"), { "accept-language": "ru" }],
    [detailOf("MISSING_TOKEN", "ru"), { "accept-language": "ru-RU,ru;q=0.9,en;q=0.8" }],
    [detailOf("MISSING_TOKEN", "ru"), { "accept-language": "la, RU;q=0.5" }],
    ["Sign in to continue.", { "accept-language": "en;q=0.9, ru;q=0.8" }],
    ["Sign in to continue.", { "accept-language": "ru;q=0" }],
    ["Sign in to continue.", { "accept-language": "la" }],
    ["Sign in to continue.", { "accept-language": "*" }],
    ["Sign in to continue.", { "accept-language": ";;;q=,," }],
    ["Sign in to continue.", { "accept-language": `${"x,".repeat(5_000)}ru` }],
    [detailOf("MISSING_TOKEN", "ru"), { cookie: "NEXT_LOCALE=ru", "accept-language": "en" }],
    ["Sign in to continue.", { cookie: "NEXT_LOCALE=en", "accept-language": "ru" }],
    [detailOf("MISSING_TOKEN", "ru"), { cookie: "NEXT_LOCALE=../../etc", "accept-language": "ru" }],
  ])("is %j for %j", async (detail, headers) => {
    const response = await api.fetch("/api/v1/auth/me", { headers });
    expect((await response.json()).detail).toBe(detail);
  });

  it("really is another one", () => {
    expect(detailOf("MISSING_TOKEN", "ru")).toBe(RUSSIAN);
  });

  it("fills in what a sentence needs, in both", () => {
    expect(detailOf("PASSWORD_TOO_SHORT", "en", { min: 8 })).toBe(
      "The password needs at least 8 characters.",
    );
    expect(detailOf("PASSWORD_TOO_SHORT", "ru", { min: 8 })).toMatch(/8/);
    expect(detailOf("RATE_LIMIT_EXCEEDED", "en", { seconds: 1 })).toBe(
      "Too many attempts. Try again in 1 second.",
    );
  });
});

describe.each([...LOCALES])("in %s", (locale) => {
  it("every code has its status, title and sentence", async () => {
    for (const code of ERROR_CODES) {
      const params = { min: 8, max: 128, limit: 500 };
      const problem = new Problem(code, { params, retryAfterSeconds: 5 });
      const response = problemResponse(problem, { locale, traceId: "4b".repeat(16) });
      expect(response.status).toBe(ERROR_STATUS[code]);
      const { title, detail } = await response.json();
      expect(title).toMatch(/^[A-Z][A-Za-z ]+$/);
      expect(detail.length).toBeGreaterThan(5);
      expect(detail).not.toMatch(/[{}]|undefined/);
    }
  });
});

it("the titles are those of RFC 9110, not the older ones", async () => {
  const titleOf = async (code: "VALIDATION_ERROR" | "PAYLOAD_TOO_LARGE") =>
    (await problemResponse(new Problem(code), { locale: "en", traceId: "" }).json()).title;
  expect(await titleOf("VALIDATION_ERROR")).toBe("Unprocessable Content");
  expect(await titleOf("PAYLOAD_TOO_LARGE")).toBe("Content Too Large");
});
