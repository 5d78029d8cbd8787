import cyrillicFont from "@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2";
import latinFont from "@fontsource-variable/onest/files/onest-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { BRAND, tagline } from "@/brand";
import { ErrorStringsProvider } from "@/components/error-page";
import { lastKnownName } from "@/domain/organization/organization";
import { readPreferences } from "@/http/page-preferences";
import { COLORS } from "@/lib/brand.mjs";
import { settings } from "@/lib/settings";
import { Accent } from "./accent";
import "./globals.css";
import { isolated } from "@/i18n/isolated";

const END = "end-of-page";
const PAGE = COLORS.background;

export async function generateMetadata(): Promise<Metadata> {
  const locale = await getLocale();
  const name = (await lastKnownName()) ?? BRAND.name;
  return {
    metadataBase: new URL(settings().APP_URL),
    title: { template: `%s · ${isolated(name)}`, default: name },
    description: tagline(locale),
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await readPreferences();
  if (theme !== "system") return { themeColor: theme === "dark" ? PAGE.night : PAGE.day };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: PAGE.day },
      { media: "(prefers-color-scheme: dark)", color: PAGE.night },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ theme, sidebar }, locale] = await Promise.all([readPreferences(), getLocale()]);
  const t = await getTranslations("errorPage");
  const errorStrings = {
    heading: t("heading"),
    body: t("body"),
    reference: t("reference"),
    retry: t("retry"),
  };
  preloadFont(latinFont);
  if (new Intl.Locale(locale).maximize().script === "Cyrl") preloadFont(cyrillicFont);
  return (
    <html lang={locale} data-theme={theme} data-sidebar={sidebar}>
      {/* The pages are small: shown whole, nothing in them moves while the rest is still being read. */}
      <head>
        <link rel="expect" href={`#${END}`} blocking="render" />
      </head>
      <body className="min-h-dvh font-sans">
        <Accent />
        <ErrorStringsProvider strings={errorStrings}>{children}</ErrorStringsProvider>
        <span id={END} hidden />
      </body>
    </html>
  );
}

function preloadFont(url: string) {
  preload(url, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
