import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  experimental: { createMessagesDeclaration: "./messages/en.json" },
});

/** @type {import("next").NextConfig} */
const nextConfig = {
  // The container copies a standalone server; `npm start` runs from the clone and needs none.
  output: process.env.GATEHOUSE_STANDALONE ? "standalone" : undefined,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino", "pino-pretty"],
};

export default withNextIntl(nextConfig);
