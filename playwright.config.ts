import { randomBytes } from "node:crypto";
import { defineConfig, devices } from "@playwright/test";

// What the server under test and the tests that make rows beside it have in common.
process.env.E2E_PORT ??= "3111";
process.env.E2E_SECRET_KEY ??= randomBytes(32).toString("hex");

const port = Number(process.env.E2E_PORT);
const baseURL = `http://localhost:${port}`;

// `npm run test:all` runs them, `npm test` doesn't.
const HEAVY = "**/*.heavy.spec.ts";

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  // Generous: what is slow on a busy machine is not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // A test that passes only then is named in the summary: it is to be mended all the same.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  use: {
    baseURL,
    timezoneId: "Asia/Kathmandu",
    trace: "retain-on-failure",
    launchOptions: {
      // What `npm test` found or fetched; without it, Playwright's own.
      executablePath: process.env.E2E_CHROMIUM || undefined,
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "setup", testMatch: "organization.ts" },
    { name: "chromium", use: devices["Desktop Chrome"], dependencies: ["setup"], testIgnore: HEAVY },
    { name: "heavy", use: devices["Desktop Chrome"], dependencies: ["setup"], testMatch: HEAVY },
  ],
  webServer: {
    command: "node src/testing/runner/e2e-server.mjs",
    url: `${baseURL}/ready`,
    env: { PORT: String(port) },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
