import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A zone with an odd offset, so that a time that was meant to be UTC shows.
process.env.TZ = "Asia/Kathmandu";

function here(path: string) {
  return fileURLToPath(new URL(path, import.meta.url));
}

const ENOUGH = { lines: 90, branches: 90 };

// `npm run test:all` runs them, `npm test` doesn't. HEAVY: what measures, or asks for more than Node, one after the other. LONG:
// what only takes long, by processes that it starts or by waiting, beside each other.
const HEAVY = "{src,scripts,worker}/**/*.heavy.test.{ts,mjs}";
const LONG = "{src,scripts}/**/*.long.test.{ts,mjs}";

// One process for many files; forget.ts sees to it that they know nothing of each other.
const FORGET = "./src/testing/forget.ts";

// Before each file, and once for all of them.
const ON_A_DATABASE = {
  globalSetup: ["./src/testing/global-setup.ts"],
  setupFiles: ["./src/testing/setup.ts"],
  // It names a file of Next's without its ending, which Node by itself doesn't find.
  server: { deps: { inline: ["next-auth"] } },
};

export default defineConfig({
  resolve: {
    alias: {
      "@": here("./src"),
      // It only stops client bundles from taking a server's module in; there is no bundle here.
      "server-only": here("./src/testing/empty.ts"),
      // The build that Node takes for the packages beside it: two copies don't know each other's classes.
      graphql: here("./node_modules/graphql/index.js"),
    },
  },
  test: {
    // Many tests wait, for other processes or for time to pass: one more than there are processors keeps those busy.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Generous: what is slow on a busy machine is not wrong.
          testTimeout: 60_000,
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: [HEAVY, LONG],
          ...ON_A_DATABASE,
          isolate: false,
          setupFiles: [FORGET, ...ON_A_DATABASE.setupFiles],
        },
      },
      {
        extends: true,
        test: {
          name: "scripts",
          include: ["scripts/**/*.test.{ts,mjs}", "src/**/*.test.mjs"],
          exclude: ["scripts/launch/start*.test.mjs", HEAVY, LONG],
          // Most start a process, some several.
          testTimeout: 60_000,
          isolate: false,
          setupFiles: [FORGET],
        },
      },
      {
        extends: true,
        test: {
          // The whole product, started, killed and started again: needs the production build.
          name: "launch",
          include: ["scripts/launch/start*.test.mjs"],
          exclude: [HEAVY],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "long",
          include: [LONG],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...ON_A_DATABASE,
        },
      },
      {
        extends: true,
        test: {
          name: "heavy",
          include: [HEAVY],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...ON_A_DATABASE,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/domain/**", "src/http/**", "src/lib/**"],
      exclude: ["**/*.test.ts"],
      reporter: ["text-summary", "html"],
      thresholds: { "src/domain/**": ENOUGH, "src/http/**": ENOUGH, "src/lib/**": ENOUGH },
    },
  },
});
