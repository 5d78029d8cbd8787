import sharp from "sharp";
import { BRAND, COLORS } from "@/brand";
import { hexOf } from "./oklch";

// What src/brand.ts becomes where nobody can import it. The texts are compared by a test; images are made of them.

const NOTE = "Made by npm run brand from src/brand.ts.";

const pairs = Object.entries(COLORS) as [keyof typeof COLORS, [day: string, night: string]][];

export function texts(): Record<string, string> {
  return {
    "src/app/brand.css": `/* ${NOTE} */\n${styleSheet()}`,
    "public/api-docs/brand.css": `/* ${NOTE} */\n${styleSheet()}`,
    "src/lib/brand.mjs": plainModule(),
    "src/app/icon.svg": icon(),
  };
}

function styleSheet() {
  const lines = pairs.map(([name, [day, night]]) => `  --${name}: light-dark(${day}, ${night});`);
  return `:root {\n${lines.join("\n")}\n}\n`;
}

function plainModule() {
  const colors = pairs.map(
    ([name, [day, night]]) => `  ${camelCase(name)}: { day: "${hexOf(day)}", night: "${hexOf(night)}" },`,
  );
  return `// ${NOTE} For what starts without TypeScript, and for colors that a style sheet can't give.

export const NAME = ${JSON.stringify(BRAND.name)};

export const COLORS = {
${colors.join("\n")}
};
`;
}

function camelCase(name: string) {
  return name.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** Follows the browser's theme: it stands in its tabs. */
function icon() {
  const [day, night] = COLORS.mark.map(hexOf);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <title>${BRAND.name.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</title>
  <style>.shape{fill:${day}}@media(prefers-color-scheme:dark){.shape{fill:${night}}}</style>
  <path class="shape" d="${BRAND.mark.shape}"/>
  <path fill="${hexOf(COLORS.lantern[0])}" d="${BRAND.mark.light}"/>
</svg>
`;
}

export const PICTURES = {
  "src/app/apple-icon.png": { width: 180, height: 180, mark: 116 },
  "public/opengraph-image.png": { width: 1200, height: 630, mark: 280 },
};

/** The mark by night, in the middle of a picture without transparency. */
export function png({ width, height, mark }: (typeof PICTURES)[keyof typeof PICTURES]) {
  const [x, y] = [(width - mark) / 2, (height - mark) / 2];
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <rect width="100%" height="100%" fill="${hexOf(COLORS.background[1])}"/>
  <g transform="translate(${x} ${y}) scale(${mark / 32})">
    <path fill="${hexOf(COLORS.mark[1])}" d="${BRAND.mark.shape}"/>
    <path fill="${hexOf(COLORS.lantern[1])}" d="${BRAND.mark.light}"/>
  </g>
</svg>`;
  return sharp(Buffer.from(picture)).removeAlpha().png({ compressionLevel: 9 }).toBuffer();
}
