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
};
const NIGHT = {
  main: "#eeb14e",
  text: "#eeebe2",
  quiet: "#a9b4ad",
  page: "#1c2022",
  side: "#171c1a",
  line: "#333b38",
};
const colours = dark ? NIGHT : DAY;

Redoc.init(
  "/api/v1/openapi.json",
  {
    hideDownloadButtons: true,
    hideHostname: true,
    schemasExpansionLevel: 1,
    theme: {
      colors: {
        primary: { main: colours.main },
        text: { primary: colours.text, secondary: colours.quiet },
        border: { dark: colours.line, light: colours.line },
      },
      typography: {
        fontFamily: "system-ui, sans-serif",
        headings: { fontFamily: "system-ui, sans-serif" },
        code: { backgroundColor: colours.side, color: colours.text },
        links: { color: colours.main },
      },
      sidebar: { backgroundColor: colours.side, textColor: colours.text },
      schema: { nestedBackground: colours.side, linesColor: colours.line, typeNameColor: colours.quiet },
    },
  },
  document.getElementById("api"),
);
