import { PHASE_PRODUCTION_SERVER } from "next/constants.js";
import { FILES_POLICY, SECURITY_HEADERS } from "./src/lib/security-headers.mjs";

/** @type {import("next").NextConfig} */
const nextConfig = {
  // The container copies a standalone server; `npm start` runs from the clone and needs none.
  output: process.env.GATEHOUSE_STANDALONE ? "standalone" : undefined,
  poweredByHeader: false,
  // What a page is made of is loaded when it is first asked for: a server answers sooner, and holds what it needs.
  experimental: { preloadEntriesOnStart: false },
  // `next dev` would write notes for coding assistants into the project.
  agentRules: false,
  reactStrictMode: true,
  // Whoever likes could have the server draw, and keep on its disk, any number of sizes. The guard refuses the address too.
  images: { unoptimized: true },
  // `npm run check` looks at the types; who only wants to start the product needn't wait for it.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })),
    },
    {
      source: "/:folder(_next|vendor|api-docs)/:path+",
      headers: [{ key: "Content-Security-Policy", value: FILES_POLICY }],
    },
  ],
  serverExternalPackages: [
    "@aws-sdk/client-s3",
    "@node-rs/argon2",
    "flydrive",
    "pino",
    "pino-pretty",
    "postgres",
    "sharp",
  ],
};

/** @param {string} phase */
export default async function config(phase) {
  // What the plugin changes is in the build, and the compiler that comes with it is not to be loaded by a server.
  if (phase === PHASE_PRODUCTION_SERVER) return nextConfig;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  const { vendorApiDocs } = await import("./scripts/develop/vendor-api-docs.mjs");
  vendorApiDocs();
  const withNextIntl = createNextIntlPlugin({
    requestConfig: "./src/i18n/request.ts",
    experimental: { createMessagesDeclaration: "./messages/en.json" },
  });
  return withNextIntl(nextConfig);
}
