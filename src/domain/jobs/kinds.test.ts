import { expect, test } from "vitest";
import { z } from "zod";
import { redact } from "@/lib/redact";
import { JOB_KINDS, JOB_PAYLOADS } from "./kinds";

/** What may stand in a payload. All of these find something again; none of them opens anything. */
const FORMATS = ["uuid", "email", "date-time"];
const MOST_CHARACTERS = 500;

type Property = { type?: string; format?: string; enum?: unknown[]; maxLength?: number };

test.each(JOB_KINDS)("the payload of %s has no room for a secret", (kind) => {
  const { type, properties, additionalProperties } = z.toJSONSchema(JOB_PAYLOADS[kind]);
  expect({ type, additionalProperties }).toEqual({ type: "object", additionalProperties: false });
  for (const [name, property] of Object.entries(properties ?? {}) as [string, Property][]) {
    expect(redact({ [name]: "a value" }), `${name} is named like a secret`).toEqual({ [name]: "a value" });
    expect(isPlain(property), `${name} may hold anything`).toBe(true);
  }
});

function isPlain({ type, format = "", enum: values, maxLength = Number.POSITIVE_INFINITY }: Property) {
  if (type !== "string") return type === "boolean" || type === "integer";
  return values !== undefined || FORMATS.includes(format) || maxLength <= MOST_CHARACTERS;
}
