import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

// npm run screenshots: the pages as docs/screenshots shows them, taken from the production build.

export default defineConfig({
  ...base,
  projects: [
    { name: "setup", testMatch: "organization.ts" },
    { name: "screenshots", testMatch: "screenshots.ts", dependencies: ["setup"] },
  ],
});
