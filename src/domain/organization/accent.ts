// The organization's colour has to be seen on paper by day and on the dark of night, and what is written on it read.

/** The lightest that it stands on, and the least dark that it stands on at night; src/brand.ts has both. */
const SURFACES = ["#ffffff", "#1a221f"] as const;

/** WCAG 2.2, 1.4.11: for what isn't text. */
const LEAST_CONTRAST = 3;

export function standsOut(color: string): boolean {
  return SURFACES.every((surface) => contrast(color, surface) >= LEAST_CONTRAST);
}

/** What is read on it: one of the two always has the contrast that text needs. */
export function textOn(color: string): "#ffffff" | "#000000" {
  return contrast(color, "#ffffff") >= contrast(color, "#000000") ? "#ffffff" : "#000000";
}

export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
