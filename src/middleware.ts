// Next looks for a middleware beside src/app; some of its builds only here, some only at the top.
export { middleware } from "../middleware";

export const config = {
  matcher: [
    {
      source:
        "/((?!api(?:/|$)|_next/|api-docs/|vendor/|dev/mail/|graphql$|health$|live$|ready$|metrics$|cron$|docs$|redoc$|icon\\.svg$|apple-icon\\.png$|robots\\.txt$).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
    {
      source:
        "/((?!api(?:/|$)|_next/|api-docs/|vendor/|dev/mail/|graphql$|health$|live$|ready$|metrics$|cron$|docs$|redoc$|icon\\.svg$|apple-icon\\.png$|robots\\.txt$).*)",
      missing: [{ type: "header", key: "rsc" }],
    },
  ],
};
