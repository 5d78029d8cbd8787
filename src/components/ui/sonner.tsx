"use client";

import type * as React from "react";
import { Toaster as Sonner, toast } from "sonner";
import "sonner/dist/styles.css";

// The page's colors, which follow the theme by themselves.
const colours = {
  "--normal-bg": "var(--popover)",
  "--normal-text": "var(--foreground)",
  "--normal-border": "var(--border)",
  "--border-radius": "calc(var(--radius) + 6px)",
  "--width": "min(32rem, calc(100vw - 1.5rem))",
  fontFamily: "inherit",
} as React.CSSProperties;

function Toaster(props: React.ComponentProps<typeof Sonner>) {
  return <Sonner position="bottom-center" expand offset={24} mobileOffset={12} style={colours} {...props} />;
}

export { Toaster, toast };
