import { expect, test } from "vitest";
import { redact } from "./redact";

const REFRESH_TOKEN = "0f".repeat(64);
const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

test.each([
  "password",
  "current_password",
  "new_password",
  "hashed_password",
  "admin_password",
  "access_token",
  "refresh_token",
  "refreshToken",
  "setup_token",
  "authorization",
  "Cookie",
  "set-cookie",
  "SECRET_KEY",
  "client_secret",
  "apiKey",
  "parameters",
])("what is called %s is not shown, however deep", (name) => {
  expect(redact({ a: { b: [{ [name]: "hunter22" }] } })).toEqual({ a: { b: [{ [name]: "[redacted]" }] } });
});

test.each([
  ["a refresh token", `the token ${REFRESH_TOKEN} is old`],
  ["a JWT", `Bearer ${JWT}`],
  ["an argon2 hash", "stored $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"],
  ["a bcrypt hash", "stored $2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234"],
  ["a password in an address", "connect postgres://me:hunter22@db.example/app failed"],
])("%s is taken out of any text", (_, text) => {
  const shown = redact(text) as string;
  for (const secret of [REFRESH_TOKEN, JWT, "aGFzaA", "abcdefghijklmnopqrstuu", "hunter22"])
    expect(shown).not.toContain(secret);
  expect(shown).toContain("[redacted]");
});

test("an error keeps its kind, code and stack, loses its parameters, and its cause is looked at too", () => {
  const cause = Object.assign(new Error("inner postgres://u:pw123@h/d"), {
    code: "23505",
    parameters: ["hunter22"],
  });
  const shown = redact({ error: new Error("outer", { cause }) });
  expect(shown).toMatchObject({ error: { type: "Error", message: "outer", cause: { code: "23505" } } });
  expect(JSON.stringify(shown)).not.toMatch(/pw123|hunter22/);
});

test("what is harmless stays as it is", () => {
  const harmless = {
    method: "GET",
    status: 200,
    at: new Date(0),
    user_id: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    none: null,
  };
  expect(redact(harmless)).toEqual(harmless);
});

test("what is nested without end ends", () => {
  const ring: Record<string, unknown> = {};
  ring.self = ring;
  expect(() => JSON.stringify(redact(ring))).not.toThrow();
});
