import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Problem } from "@/lib/errors";
import { problemBody } from "./problem";
import { validate } from "./validate";

const schema = z.object({
  email: z.string().regex(/@/, "INVALID_EMAIL"),
  nickname: z.string().min(1),
  limit: z.coerce.number().min(1).optional(),
});

async function detailsOf(value: unknown, locale: "en" | "ru" = "en") {
  const problem = await validate(schema, value).catch((error: unknown) => error);
  if (!(problem instanceof Problem)) throw new Error("It was taken");
  const { errors } = problemBody(problem, { locale, traceId: "0".repeat(32) });
  return Object.fromEntries(errors?.map(({ field, code, detail }) => [field, [code, detail]]) ?? []);
}

describe("a required field", () => {
  test.each([undefined, null, "", "  "])("that is %j is asked for by name", async (email) => {
    const details = await detailsOf({ email, nickname: "Ada" });
    expect(details).toEqual({ email: [expect.stringMatching(/EMAIL|VALIDATION/), "Enter your email."] });
  });

  test("without a sentence of its own says that it is required, in the caller's language", async () => {
    expect(await detailsOf({ email: "a@b" })).toEqual({
      nickname: ["VALIDATION_ERROR", "“nickname” is required."],
    });
    expect(await detailsOf({ email: "a@b" }, "ru")).toEqual({
      nickname: ["VALIDATION_ERROR", "Поле «nickname» обязательно."],
    });
  });

  test("that has a wrong value keeps the reason why it is wrong", async () => {
    const details = await detailsOf({ email: "nobody", nickname: 7 });
    expect(details.email).toEqual(["INVALID_EMAIL", "Enter a valid email address."]);
    expect(details.nickname).toEqual(["VALIDATION_ERROR", "Check this value."]);
  });
});

test("an optional field that is empty isn't said to be required", async () => {
  const details = await detailsOf({ email: "a@b", nickname: "Ada", limit: "" });
  expect(details).toEqual({ limit: ["VALIDATION_ERROR", "Check this value."] });
});
