import { headers } from "next/headers";
import { textOn } from "@/domain/organization/accent";
import { AccentSheet } from "./accent-sheet";
import { thisOrganization } from "./organization";

/** The organization's color over the one in globals.css. Without a database there is still a page. */
export async function Accent() {
  const [organization, given] = await Promise.all([thisOrganization().catch(() => null), headers()]);
  const color = organization?.accent_color;
  return <AccentSheet declarations={color ? declare(color) : ""} nonce={given.get("x-nonce") ?? undefined} />;
}

function declare(color: string) {
  const text = textOn(color);
  const away = text === "#ffffff" ? "#000" : "#fff";
  return [
    `--primary:${color}`,
    `--primary-hover:color-mix(in oklab,${color} 88%,${away})`,
    `--primary-foreground:${text}`,
    `--ring:${color}`,
    `--chart-1:${color}`,
  ].join(";");
}
