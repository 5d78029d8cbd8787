import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "../db/migrate.mjs";
import { TEMPLATE } from "./database";
import { judgeSeenAnswers } from "./seen-answers";

/** Once before all tests: a migrated database for the workers to copy. Once after them: what none of them has seen. */
export default async function setup(project: TestProject) {
  await createTemplate();
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-answers-"));
  project.provide("seenAnswers", folder);
  // Coverage is asked for where all tests run; a part of them can't see everything.
  const isComplete = project.vitest.config.coverage.enabled;
  return () => judgeSeenAnswers(folder, { isComplete });
}

async function createTemplate() {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error(
      "The tests need a Postgres: run them by `npm test` or `npm run test:unit`, which bring one.",
    );
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${TEMPLATE} with (force)`);
  await admin.unsafe(
    `create database ${TEMPLATE} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C'`,
  );
  await admin.end();
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
}
