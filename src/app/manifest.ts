import type { MetadataRoute } from "next";
import { BRAND, tagline } from "@/brand";
import { COLORS } from "@/lib/brand.mjs";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: BRAND.name,
    short_name: BRAND.name,
    description: tagline("en"),
    start_url: "/",
    display: "standalone",
    background_color: COLORS.background.day,
    theme_color: COLORS.background.night,
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/apple-icon.png", type: "image/png", sizes: "180x180" },
    ],
  };
}
