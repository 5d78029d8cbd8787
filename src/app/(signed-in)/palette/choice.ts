import type { IconNode } from "lucide";
import type { createClient } from "@/client";

/** Something the palette offers. What it says may be a person's own words. */
export type Choice = { key: string; label: string; detail?: string; icon: IconNode; run: () => void };

export type Group = { name: string; choices: Choice[] };

export type PaletteProps = {
  shortcut: "⌘K" | "Ctrl K";
  /** Whether people are looked for, too. */
  people: boolean;
  locale: string;
  theme: string;
  pages: { href: string; label: string; detail?: string }[];
  themes: { value: string; label: string }[];
  longest: number;
  strings: Record<
    | ("open" | "title" | "placeholder" | "results" | "close" | "none" | "failed")
    | ("pages" | "actions" | "people" | "tasks" | "language" | "signOut" | "done"),
    string
  >;
};

export type PaletteDialogProps = PaletteProps & {
  client: ReturnType<typeof createClient>;
  actions: {
    go: (href: string) => void;
    change: (name: "locale" | "theme", value: string) => Promise<void>;
    signOut: () => void;
  };
  onClose: () => void;
};
