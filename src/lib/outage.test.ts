import { expect, test } from "vitest";
import { isOutage } from "./outage";

function withCode(code: string) {
  return Object.assign(new Error("x"), { code });
}

test.each([
  "CONNECTION_CLOSED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "57P01",
  "57014",
  "53300",
  "53100",
  "08006",
  "58030",
])("%s says that the database is away", (code) => {
  expect(isOutage(withCode(code))).toBe(true);
  expect(isOutage(new Error("wrapped", { cause: withCode(code) }))).toBe(true);
});

test.each(["23505", "22P02", "42601", "P0001"])("%s says that something is wrong with us", (code) => {
  expect(isOutage(withCode(code))).toBe(false);
});

test.each([undefined, null, "ECONNREFUSED", new Error("none")])("%s is no outage", (error) => {
  expect(isOutage(error)).toBe(false);
});
