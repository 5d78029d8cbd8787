import { expect, test } from "vitest";
import { readFormState } from "./form-state";

function cookieOf(value: unknown) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `gatehouse.form=${Buffer.from(text).toString("base64url")}`;
}

test("what was typed is shown again, and nothing that wasn't kept by us", () => {
  const typed = { email: "ada@example.com", username: "ada", full_name: "Ada", remember_me: "on" };
  expect(readFormState(cookieOf({ ...typed, password: "hunter22", role: "admin", next: "/x" }))).toEqual(
    typed,
  );
});

test.each([
  null,
  "",
  "other=1",
  "gatehouse.form=",
  "gatehouse.form=%%%",
  cookieOf("no json"),
  cookieOf(null),
  cookieOf([1]),
])("%j holds nothing, and is no reason to fail", (cookie) => {
  expect(readFormState(cookie)).toEqual({});
});

test("only text counts as typed", () => {
  expect(readFormState(cookieOf({ email: { toString: "x" }, username: 7 }))).toEqual({});
});
