"use client";

import { CircleAlert, X } from "lucide";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Icon } from "@/components/icon";
import type { Notice } from "./use-notices";

const SHOWN_FOR_MS = 8_000;

type Props = { notices: Notice[]; onDismiss: (id: number) => void };

/** What has happened goes by itself, what has failed stays until somebody has seen to it. */
export function Notices({ notices, onDismiss }: Props) {
  const t = useTranslations("tasks.notices");
  const of = (kind: Notice["kind"]) =>
    notices
      .filter((notice) => notice.kind === kind)
      .map((notice) => <NoticeCard key={notice.id} notice={notice} onDismiss={onDismiss} />);
  return (
    <section
      aria-label={t("label")}
      className="pointer-events-none fixed inset-x-3 bottom-3 z-30 grid justify-items-center gap-2 sm:inset-x-6 sm:bottom-6"
    >
      <div role="alert" className="contents">
        {of("failed")}
      </div>
      <div role="status" className="contents">
        {of("done")}
      </div>
    </section>
  );
}

function NoticeCard({ notice, onDismiss }: { notice: Notice; onDismiss: Props["onDismiss"] }) {
  const t = useTranslations("tasks.notices");
  const [held, setHeld] = useState(false);
  const { id, kind, text, action } = notice;

  useEffect(() => {
    if (kind === "failed" || held) return;
    const timer = setTimeout(() => onDismiss(id), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [id, kind, held, onDismiss]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stays for as long as somebody is at it
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full max-w-lg animate-in items-center gap-3 rounded-xl border border-border bg-popover py-2 pr-2 pl-4 text-sm shadow-pop fade-in slide-in-from-bottom-2 duration-200"
    >
      {kind === "failed" && <Icon of={CircleAlert} className="size-4.5 text-destructive" />}
      <p className="line-clamp-3 min-w-0 grow wrap-anywhere">{text}</p>
      {action && (
        <button
          type="button"
          onClick={action.run}
          className="h-9 shrink-0 rounded-lg px-3 font-semibold text-ring hover:bg-accent"
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        onClick={() => onDismiss(id)}
        aria-label={t("dismiss")}
        className="grid size-9 shrink-0 place-items-center rounded-lg text-muted-foreground hover:bg-accent hover:text-foreground"
      >
        <Icon of={X} />
      </button>
    </div>
  );
}
