import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseAddress } from "./database-address.mjs";
import { isDatabaseUrl } from "./database-url.mjs";

let folder: string;
let certificate: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gatehouse-address-"));
  certificate = path.join(folder, "root.crt");
  writeFileSync(certificate, "a certificate");
});
afterAll(() => rmSync(folder, { recursive: true }));

const PLAIN = { host: ["localhost"], port: [5432], database: "gatehouse", ssl: false, prepare: true };

describe("an address of a database leads", () => {
  test.each([
    [
      "a plain one",
      "postgres://me:secret@db.example.com:6000/gatehouse",
      { user: "me", password: "secret", host: ["db.example.com"], port: [6000] },
    ],
    ["without a port", "postgresql://me@db.example.com/gatehouse", { user: "me", host: ["db.example.com"] }],
    [
      "signs in a password",
      "postgres://me:p%40ss%2Fw%C3%B6rd@localhost/gatehouse",
      { user: "me", password: "p@ss/wörd" },
    ],
    ["IPv6", "postgres://me@[::1]:5433/gatehouse", { user: "me", host: ["::1"], port: [5433] }],
    [
      "a socket by its folder",
      "postgres://me@%2Fvar%2Frun%2Fpostgresql/gatehouse",
      { user: "me", host: ["/var/run/postgresql"], path: "/var/run/postgresql/.s.PGSQL.5432" },
    ],
    [
      "a socket as libpq names it",
      "postgresql://me:secret@/gatehouse?host=/tmp&port=5433",
      { user: "me", password: "secret", host: ["/tmp"], port: [5433], path: "/tmp/.s.PGSQL.5433" },
    ],
    [
      "a socket and nothing else",
      "postgres:///gatehouse?host=/tmp&user=me",
      { user: "me", host: ["/tmp"], path: "/tmp/.s.PGSQL.5432" },
    ],
    [
      "what the server is to be told",
      "postgres://me@localhost/gatehouse?options=endpoint%3Dep-cool",
      { user: "me", connection: { options: "endpoint=ep-cool" } },
    ],
    [
      "words of other drivers",
      "postgres://me@localhost/gatehouse?schema=public&connection_limit=5&pool_timeout=0",
      { user: "me" },
    ],
  ])("there: %s", (_name, url, expected) => {
    expect(isDatabaseUrl(url)).toBe(true);
    expect(databaseAddress(url)).toEqual({ options: { ...PLAIN, ...expected }, pooled: false });
  });

  test.each([
    [
      "Neon's own",
      "postgresql://me:secret@ep-cool-123-pooler.eu-central-1.aws.neon.tech/gatehouse?sslmode=require&channel_binding=require",
      "require",
    ],
    ["Supabase's own", "postgres://postgres.ref:secret@aws-0-eu.pooler.supabase.com:6543/postgres", false],
    ["by Prisma's word", "postgres://me@localhost:6432/gatehouse?pgbouncer=true", false],
  ])("through a pooler, which prepares nothing: %s", (_name, url, ssl) => {
    expect(databaseAddress(url)).toMatchObject({ pooled: true, options: { prepare: false, ssl } });
  });

  test.each([
    ["nothing", "", false],
    ["disable", "?sslmode=disable", false],
    ["prefer", "?sslmode=prefer", "prefer"],
    ["require", "?sslmode=require", "require"],
    ["verify-full", "?sslmode=verify-full", {}],
    ["sslrootcert=system", "?sslmode=require&sslrootcert=system", {}],
  ])("encrypted as it says: %s", (_name, query, ssl) => {
    expect(databaseAddress(`postgres://me@localhost/gatehouse${query}`).options.ssl).toEqual(ssl);
  });

  test("believed by the certificate that it names, and its name asked for only where that is wanted", () => {
    const sslOf = (mode: string) =>
      databaseAddress(
        `postgres://me@localhost/gatehouse?sslmode=${mode}&sslrootcert=${certificate}&sslcert=${certificate}&sslkey=${certificate}`,
      ).options.ssl;
    const own = { ca: "a certificate", cert: "a certificate", key: "a certificate" };
    expect(sslOf("verify-full")).toEqual(own);
    expect(sslOf("require")).toEqual({ ...own, checkServerIdentity: expect.any(Function) });
  });
});

test.each(["", "localhost", "mysql://me@localhost/gatehouse", "http://localhost"])("nowhere: %j", (url) => {
  expect(isDatabaseUrl(url)).toBe(false);
});
