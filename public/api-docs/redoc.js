const dark = document.documentElement.dataset.theme
  ? document.documentElement.dataset.theme === "dark"
  : matchMedia("(prefers-color-scheme: dark)").matches;

const DAY = {
  main: "#00563d",
  text: "#17241f",
  quiet: "#4e5f57",
  page: "#ffffff",
  side: "#f5f4ee",
  line: "#dfe2d9",
  success: "#1d7a35",
  warning: "#8a5a00",
  error: "#b3261e",
};
const NIGHT = {
  main: "#eeb14e",
  text: "#eeebe2",
  quiet: "#a9b4ad",
  page: "#1c2022",
  side: "#171c1a",
  line: "#333b38",
  success: "#74c98f",
  warning: "#eeb14e",
  error: "#f2938c",
};
const colors = dark ? NIGHT : DAY;

Redoc.init(
  "/api/v1/openapi.json",
  {
    hideDownloadButtons: true,
    hideHostname: true,
    schemasExpansionLevel: 1,
    theme: {
      colors: {
        primary: { main: colors.main },
        text: { primary: colors.text, secondary: colors.quiet },
        // Everything else that Redoc colors derives from these.
        success: { main: colors.success },
        warning: { main: colors.warning },
        error: { main: colors.error },
        gray: { 50: colors.side, 100: colors.line },
        border: { dark: colors.line, light: colors.line },
      },
      typography: {
        fontFamily: "system-ui, sans-serif",
        headings: { fontFamily: "system-ui, sans-serif" },
        code: { backgroundColor: colors.side, color: colors.text },
        links: { color: colors.main },
      },
      sidebar: { backgroundColor: colors.side, textColor: colors.text },
      schema: { nestedBackground: colors.side, linesColor: colors.line, typeNameColor: colors.quiet },
    },
  },
  document.getElementById("api"),
);
