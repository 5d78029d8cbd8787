import postgres from "postgres";
import { migrate } from "../db/migrate.mjs";
import { TEMPLATE } from "./database";

/** Once before all tests: a migrated database for the workers to copy. */
export default async function setup() {
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
