// Next looks for a middleware beside src/app; some of its builds only here, some only at the top.
export { middleware } from "../middleware";

export const config = {
  matcher: [
    {
      source: "/((?!api(?:/|$)|_next/|graphql$|health$|live$|ready$|docs$|redoc$|.*\\.[a-z0-9]+$).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};
