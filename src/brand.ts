// Who this product is, to everybody who sees it. After a change here: npm run brand, which makes the icons, the style sheet's
// colors and what is needed before there is any TypeScript. docs/make-it-yours.md has the rest.

export const BRAND = {
  name: "Gatehouse",
  /** One line for search engines, previews and the set-up page; a language without one gets the English. */
  tagline: {
    en: "Where people enter your product.",
    ru: "Отсюда люди входят в ваш продукт.",
    de: "Hier kommen Menschen in Ihr Produkt.",
  } as { en: string } & Record<string, string | undefined>,
  /** Two shapes on 32 × 32: the first in the text's color, the second in the accent's. */
  mark: {
    shape:
      "M3 6a1.25 1.25 0 0 1 1.25-1.25h3.5A1.25 1.25 0 0 1 9 6v2.5h3.25V6a1.25 1.25 0 0 1 1.25-1.25h5A1.25 1.25 0 0 1 19.75 6v2.5H23V6a1.25 1.25 0 0 1 1.25-1.25h3.5A1.25 1.25 0 0 1 29 6v20.5a1.5 1.5 0 0 1-1.5 1.5H23v-8a7 7 0 0 0-14 0v8H4.5A1.5 1.5 0 0 1 3 26.5Z",
    light: "M12.25 28v-8a3.75 3.75 0 0 1 7.5 0v8Z",
  },
};

export function tagline(locale: string): string {
  return BRAND.tagline[locale] ?? BRAND.tagline.en;
}

/**
 * Each by day and by night, under its name in the style sheet, as oklch: lightness, chroma, hue. By day a pine gate on paper, by
 * night the lantern over it. A test holds that what is read can be read.
 */
export const COLORS = {
  background: ["oklch(0.982 0.006 95)", "oklch(0.185 0.013 172)"],
  foreground: ["oklch(0.25 0.028 172)", "oklch(0.945 0.012 95)"],
  card: ["oklch(0.998 0.002 95)", "oklch(0.222 0.015 172)"],
  popover: ["oklch(0.998 0.002 95)", "oklch(0.245 0.016 172)"],
  primary: ["oklch(0.41 0.088 166)", "oklch(0.83 0.135 80)"],
  "primary-hover": ["oklch(0.47 0.098 166)", "oklch(0.88 0.12 84)"],
  "primary-foreground": ["oklch(0.985 0.012 95)", "oklch(0.25 0.045 90)"],
  secondary: ["oklch(0.948 0.011 110)", "oklch(0.278 0.017 172)"],
  "secondary-foreground": ["oklch(0.29 0.032 170)", "oklch(0.93 0.014 100)"],
  muted: ["oklch(0.958 0.008 100)", "oklch(0.258 0.015 172)"],
  "muted-foreground": ["oklch(0.49 0.023 168)", "oklch(0.73 0.02 150)"],
  accent: ["oklch(0.94 0.022 160)", "oklch(0.295 0.025 168)"],
  "accent-foreground": ["oklch(0.32 0.06 166)", "oklch(0.95 0.02 100)"],
  lantern: ["oklch(0.79 0.15 76)", "oklch(0.83 0.135 80)"],
  destructive: ["oklch(0.52 0.19 27)", "oklch(0.74 0.14 24)"],
  "destructive-foreground": ["oklch(0.985 0.01 30)", "oklch(0.22 0.05 25)"],
  "destructive-muted": ["oklch(0.955 0.022 25)", "oklch(0.275 0.045 25)"],
  border: ["oklch(0.9 0.011 120)", "oklch(0.325 0.017 170)"],
  input: ["oklch(0.64 0.02 160)", "oklch(0.53 0.022 165)"],
  ring: ["oklch(0.53 0.11 166)", "oklch(0.83 0.135 80)"],
  mark: ["oklch(0.41 0.088 166)", "oklch(0.93 0.014 100)"],
  "chart-1": ["oklch(0.53 0.11 166)", "oklch(0.83 0.135 80)"],
  "chart-2": ["oklch(0.72 0.14 76)", "oklch(0.68 0.11 166)"],
  "chart-3": ["oklch(0.52 0.1 240)", "oklch(0.7 0.1 240)"],
  "chart-4": ["oklch(0.55 0.13 330)", "oklch(0.72 0.11 330)"],
  "chart-5": ["oklch(0.58 0.15 35)", "oklch(0.72 0.13 35)"],
  sidebar: ["oklch(0.966 0.009 104)", "oklch(0.208 0.014 172)"],
  overlay: ["oklch(0.25 0.028 172 / 0.32)", "oklch(0.08 0.01 172 / 0.66)"],
  shadow: ["oklch(0.35 0.05 168 / 0.09)", "oklch(0 0 0 / 0.42)"],
} satisfies Record<string, [day: string, night: string]>;
