import type { IconNode } from "lucide";

/** Something the palette offers. What it says may be a person's own words. */
export type Choice = { key: string; label: string; detail?: string; icon: IconNode; run: () => void };

export type Group = { name: string; choices: Choice[] };
