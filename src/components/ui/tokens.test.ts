import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const PAIRED = ["card", "popover", "primary", "secondary", "muted", "accent", "sidebar", "sidebar-primary", "sidebar-accent"];
const COLOURS = [
  "background",
  "foreground",
  ...PAIRED.flatMap((name) => [name, `${name}-foreground`]),
  "destructive",
  "border",
  "input",
  "ring",
  ...[1, 2, 3, 4, 5].map((number) => `chart-${number}`),
  "sidebar-border",
  "sidebar-ring",
  "black",
  "white",
];

test("what `npx shadcn add` brings finds every colour, corner and variant that it names", () => {
  const css = readFileSync("src/app/globals.css", "utf8");
  for (const name of COLOURS) expect(css).toContain(`--color-${name}: `);
  for (const size of ["sm", "md", "lg", "xl"]) expect(css).toMatch(new RegExp(`--radius-${size}: .*var\\(--radius\\)`));
  expect(css).toContain("@custom-variant dark");
  expect(css).toContain('@import "tw-animate-css"');
});
