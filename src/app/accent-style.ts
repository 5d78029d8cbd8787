import type { CSSProperties } from "react";
import { textOn } from "@/domain/organization/accent";
import { thisOrganization } from "./organization";

/** The organization's colour over the one in globals.css. Pages that can be shown without a database are. */
export async function accentStyle(): Promise<CSSProperties | undefined> {
  const organization = await thisOrganization().catch(() => null);
  return organization?.accent_color ? styleOf(organization.accent_color) : undefined;
}

function styleOf(color: string) {
  const text = textOn(color);
  const away = text === "#ffffff" ? "#000" : "#fff";
  return {
    "--primary": color,
    "--primary-hover": `color-mix(in oklab, ${color} 88%, ${away})`,
    "--primary-foreground": text,
    "--ring": color,
    "--chart-1": color,
  } as CSSProperties;
}
