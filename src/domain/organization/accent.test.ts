import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { contrast, standsOut, textOn } from "./accent";
import { accentColorSchema } from "./schema";

test("contrast is what WCAG reckons", () => {
  expect(contrast("#ffffff", "#000000")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#2f855a", "#2f855a")).toBe(1);
});

describe("an accent colour", () => {
  it.each(["#2f855a", "#D6336C", "#2f6fd0", "#b45f06", "#7c4dff"])("may be %s", (color) => {
    expect(accentColorSchema.parse(color)).toBe(color.toLowerCase());
  });

  it.each(["#ffffff", "#000000", "#ffd54a", "#101828", "#1b4332", "#c8e6c9"])(
    "may not be %s, which is lost on one of the themes",
    (color) => {
      expect(standsOut(color)).toBe(false);
      expect(accentColorSchema.safeParse(color).error?.issues[0]?.message).toBe("COLOR_CONTRAST");
    },
  );

  it.each(["", "green", "#fff", "#12345g", "2f855a", "#2f855a;}", "var(--x)"])("isn't %j", (text) => {
    expect(accentColorSchema.safeParse(text).error?.issues[0]?.message).toBe("VALIDATION_ERROR");
  });
});

test("whatever it is, what is written on it has the contrast of text", () => {
  for (let part = 0; part < 256; part++) {
    const grey = `#${part.toString(16).padStart(2, "0").repeat(3)}`;
    expect(contrast(grey, textOn(grey))).toBeGreaterThanOrEqual(4.5);
  }
});

test("the themes have no surface that it is shown on which is lighter by day or lighter at night than it is held to", () => {
  const css = readFileSync("src/app/brand.css", "utf8");
  for (const name of ["background", "card", "popover", "sidebar"]) {
    const [, night] = css.match(new RegExp(`--${name}: light-dark\\([^)]*\\), oklch\\(([\\d.]+)`)) ?? [];
    // The lightness of #1a221f.
    expect(Number(night)).toBeLessThanOrEqual(0.247);
  }
});
