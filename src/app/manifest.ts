import type { MetadataRoute } from "next";
import { MESSAGES } from "@/i18n/locale";
import { NIGHT, PAPER } from "./theme-colors";

export default function manifest(): MetadataRoute.Manifest {
  const { name, description } = MESSAGES.en.app;
  return {
    name,
    short_name: name,
    description,
    start_url: "/",
    display: "standalone",
    background_color: PAPER,
    theme_color: NIGHT,
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/apple-icon.png", type: "image/png", sizes: "180x180" },
    ],
  };
}
