"use client";

import { CircleAlert, X } from "lucide";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

export type Notice = {
  kind: "done" | "failed";
  text: string;
  action?: { label: string; run: () => void };
};

const SHOWN_FOR_MS = 8_000;

/** Confirmations disappear by themselves unless hovered or focused; failures stay until dismissed. */
export function NoticeCard({ kind, text, action, onDismiss }: Notice & { onDismiss: () => void }) {
  const t = useTranslations("tasks.notices");
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (kind === "failed" || held) return;
    const timer = setTimeout(onDismiss, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [kind, held, onDismiss]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering or focusing only keeps it from disappearing
    <div
      role={kind === "failed" ? "alert" : undefined}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="flex w-(--width) items-center gap-3 rounded-xl border border-border bg-popover py-2 pr-2 pl-4 text-sm shadow-pop"
    >
      {kind === "failed" && <Icon of={CircleAlert} className="size-4.5 text-destructive" />}
      <p className="line-clamp-3 min-w-0 grow wrap-anywhere">{text}</p>
      {action && (
        <Button
          variant="ghost"
          className="px-3 font-semibold underline underline-offset-4"
          onClick={action.run}
        >
          {action.label}
        </Button>
      )}
      <Button
        variant="ghost"
        size="icon"
        className="text-muted-foreground"
        onClick={onDismiss}
        aria-label={t("dismiss")}
      >
        <Icon of={X} />
      </Button>
    </div>
  );
}
