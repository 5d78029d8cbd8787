import { expect, it } from "vitest";
import { reasonsOf } from "./oauth-failure";

const EMAIL = "ada@example.com";

it("why a provider's answer failed is told without anything that the provider said of somebody", () => {
  const claims = Object.assign(new Error('unexpected JWT "aud" (audience) claim value'), {
    cause: { expected: "gatehouse", claims: { email: EMAIL } },
  });
  const callback = Object.assign(new Error("Read more at https://errors.authjs.dev"), {
    cause: { err: claims },
  });
  expect(reasonsOf(callback)).toEqual([
    "Error: Read more at https://errors.authjs.dev",
    'Error: unexpected JWT "aud" (audience) claim value',
  ]);
  const unread = new SyntaxError(`Unexpected token 'a', "${EMAIL}" is not valid JSON`);
  expect(reasonsOf(new Error("outer", { cause: unread }))).toEqual(["Error: outer", "SyntaxError"]);
  expect(reasonsOf({ email: EMAIL })).toEqual([]);
  expect(reasonsOf(undefined)).toEqual([]);
});

it("a circle of causes has an end", () => {
  const error = new Error("round");
  error.cause = error;
  expect(reasonsOf(error)).toHaveLength(5);
});
