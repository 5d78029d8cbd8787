import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { COLORS } from "@/brand";
import { ROOT } from "../../launch/ground/paths.mjs";
import { PICTURES, png, texts } from "./files";
import { contrast, hexOf } from "./oklch";

test.each(Object.entries(texts()))("%s is what src/brand.ts makes (npm run brand)", (file, text) => {
  expect(readFileSync(path.join(ROOT, file), "utf8")).toBe(text);
});

test.each(Object.entries(PICTURES))(
  "%s shows the mark in the brand's colors (npm run brand)",
  async (file, size) => {
    const [kept, made] = await Promise.all(
      [path.join(ROOT, file), await png(size)].map((image) =>
        sharp(image).removeAlpha().resize(30, 30, { fit: "fill" }).raw().toBuffer(),
      ),
    );
    // As near as two builds of the renderer come.
    expect(kept?.every((channel, at) => Math.abs(channel - (made?.[at] ?? 0)) < 12)).toBe(true);
  },
);

type Name = keyof typeof COLORS;

/** What is read on what, and how well at least: WCAG 2 AA, for text and for what one has to make out. */
const READ: [on: Name, text: Name, least: number][] = [
  ...(["background", "card", "popover", "muted", "sidebar", "accent", "secondary"] as const).map(
    (on): [Name, Name, number] => [on, "foreground", 7],
  ),
  ...(["background", "card", "popover", "muted", "sidebar"] as const).map((on): [Name, Name, number] => [
    on,
    "muted-foreground",
    4.5,
  ]),
  ["primary", "primary-foreground", 4.5],
  ["primary-hover", "primary-foreground", 4.5],
  ["secondary", "secondary-foreground", 4.5],
  ["accent", "accent-foreground", 4.5],
  ["destructive", "destructive-foreground", 4.5],
  ["destructive-muted", "destructive", 4.5],
  ["card", "destructive", 4.5],
  ["background", "primary", 4.5],
  ["background", "ring", 3],
  ["card", "input", 3],
];

describe.each([
  ["day", 0],
  ["night", 1],
])("by %s", (_time, at) => {
  test.each(READ)("on %s, %s can be read", (on, text, least) => {
    const [below, above] = [COLORS[on][at], COLORS[text][at]] as [string, string];
    expect(contrast(below, above)).toBeGreaterThanOrEqual(least);
  });
});

test("an oklch color is the sRGB one that browsers show for it", () => {
  expect(
    ["oklch(1 0 0)", "oklch(0 0 0)", "oklch(0.628 0.2577 29.23)", "oklch(0.452 0.3132 264.05 / 0.5)"].map(
      hexOf,
    ),
  ).toEqual(["#ffffff", "#000000", "#ff0000", "#0000ff"]);
  expect(() => hexOf("#00563d")).toThrow("oklch(L C H)");
});
