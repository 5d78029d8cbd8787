import type { ReactNode } from "react";

const TONES = {
  default: "bg-accent text-accent-foreground",
  alarming: "bg-destructive-muted text-destructive",
};

export function Badge({ tone = "default", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return <span className={`rounded-full px-2 py-0.5 font-medium text-xs ${TONES[tone]}`}>{children}</span>;
}
