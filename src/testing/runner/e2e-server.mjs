import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { leasePostgres } from "../../../scripts/launch/postgres/lease.mjs";
import { startGitHubServer } from "../servers/github-server.mjs";
import { startOidcServer } from "../servers/oidc-server.mjs";

// The production server for Playwright, started as `npm start` starts it, on a database that is made anew in the test cluster.

const DATABASE = "gatehouse_e2e";

/** @param {string} id */
const callback = (id) => ({
  redirectUri: `http://localhost:${process.env.PORT ?? 3000}/api/auth/callback/${id}`,
});
const oidc = await startOidcServer(callback("oidc"));
const gitHub = await startGitHubServer(callback("github"));

const clusterUrl = process.env.DATABASE_URL || (await leasePostgres("test")).databaseUrl;
Object.assign(process.env, {
  ENV_FILE: "",
  DATABASE_URL: await freshDatabase(clusterUrl),
  SECRET_KEY: process.env.E2E_SECRET_KEY ?? randomBytes(32).toString("hex"),
  STORAGE: mkdtempSync(path.join(tmpdir(), "gatehouse-files-")),
  LOG_LEVEL: "warn",
  DEV_MAIL: "on",
  AUTH_GITHUB_URL: gitHub.url,
  AUTH_GITHUB_ID: gitHub.clientId,
  AUTH_GITHUB_SECRET: gitHub.clientSecret,
  AUTH_OIDC_ISSUER: oidc.issuer,
  AUTH_OIDC_ID: oidc.clientId,
  AUTH_OIDC_SECRET: oidc.clientSecret,
  AUTH_OIDC_NAME: "Lantern ID",
  // Tests ask more often in a minute than people do; the limits have tests of their own.
  RATE_LIMIT_AUTH_PER_MINUTE: "0",
  RATE_LIMIT_ACCOUNT_FAILURES: "0",
  RATE_LIMIT_USER_PER_MINUTE: "0",
  OVERLOAD_DELAY_MS: "0",
});
const { run } = await import("../../../scripts/launch/product.mjs");
await run("start");

/** @param {string} clusterUrl */
async function freshDatabase(clusterUrl) {
  const { default: postgres } = await import("postgres");
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${DATABASE} with (force)`);
  await admin.unsafe(`create database ${DATABASE}`);
  await admin.end();
  const url = new URL(clusterUrl);
  url.pathname = `/${DATABASE}`;
  return url.href;
}
