import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import type { oas31 } from "zod-openapi";
import { operationOf } from "./declared-answers";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder where test files leave what answers they have seen. */
    seenAnswers: string;
  }
}

type Exchange = { method: string; path: string; status: number; code?: string };

/** Any endpoint answers these when something breaks; that it does is tested where things are broken, not at each one. */
const WHEN_BROKEN = /(?:INTERNAL_ERROR|SERVICE_UNAVAILABLE)$/;

/** Leaves behind what the tests of this file were answered, for the judgement at the end. */
export function recordSeenAnswers(document: oas31.OpenAPIObject, exchanges: Exchange[]) {
  const keys = exchanges.map((exchange) => {
    const operation = operationOf(document, exchange);
    return operation && keyOf({ ...exchange, template: operation.template, verb: operation.verb });
  });
  const lines = [...new Set(keys)].filter((key) => key !== null);
  writeFileSync(path.join(inject("seenAnswers"), randomUUID()), lines.join("\n"));
}

/** After all tests: an answer that is declared and that none of them has seen is a claim that nobody holds. */
export function judgeSeenAnswers(folder: string, { isComplete }: { isComplete: boolean }) {
  const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
  rmSync(folder, { recursive: true });
  if (!isComplete) return;
  const document = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
  const unseen = unseenAnswers(document, new Set(files.flatMap((text) => text.split("\n"))));
  if (unseen.length === 0) return;
  console.error(
    `\nDeclared in docs/openapi.json and seen by no test:\n${unseen.map((key) => `  ${key}\n`).join("")}`,
  );
  process.exitCode = 1;
}

export function unseenAnswers(document: oas31.OpenAPIObject, seen: Set<string>): string[] {
  return declaredAnswers(document).filter((key) => !seen.has(key) && !WHEN_BROKEN.test(key));
}

function declaredAnswers(document: oas31.OpenAPIObject): string[] {
  return Object.entries(document.paths ?? {}).flatMap(([template, operations]) =>
    Object.entries(operations as Record<string, oas31.OperationObject>).flatMap(([verb, { responses }]) =>
      Object.entries(responses ?? {}).flatMap(([status, response]) =>
        codesOf(response as oas31.ResponseObject).map((code) => keyOf({ verb, template, status, code })),
      ),
    ),
  );
}

function codesOf({ content }: oas31.ResponseObject): (string | undefined)[] {
  const schema = content?.["application/problem+json"]?.schema as oas31.SchemaObject | undefined;
  const own = schema?.allOf?.[1] as oas31.SchemaObject | undefined;
  const code = own?.properties?.code as oas31.SchemaObject | undefined;
  return (code?.enum as string[] | undefined) ?? [undefined];
}

/** "POST /api/v1/auth/login 401 INVALID_CREDENTIALS" */
function keyOf(answer: { verb: string; template: string; status: number | string; code?: string }) {
  const { verb, template, status, code } = answer;
  return [verb.toUpperCase(), template, status, code].filter(Boolean).join(" ");
}
