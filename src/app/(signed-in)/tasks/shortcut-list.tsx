"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent, DialogTitle } from "@/components/ui/dialog";

const KEYS = [
  ["next", ["j", "↓"]],
  ["previous", ["k", "↑"]],
  ["new", ["n"]],
  ["edit", ["e"]],
  ["complete", ["x"]],
  ["undo", ["u"]],
  ["search", ["/"]],
  ["help", ["?"]],
] as const;

type Props = { on: boolean; onTurn: (on: boolean) => void; onClose: () => void };

export function ShortcutList({ on, onTurn, onClose }: Props) {
  const t = useTranslations("tasks.shortcuts");
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent closeLabel={t("close")} aria-describedby={undefined}>
        <DialogTitle>{t("title")}</DialogTitle>
        <dl className={`grid gap-2.5 text-sm ${on ? "" : "opacity-50"}`}>
          {KEYS.map(([name, keys]) => (
            <div key={name} className="flex items-center justify-between gap-4">
              <dt>{t(name)}</dt>
              <dd className="flex shrink-0 items-center gap-1.5 text-muted-foreground text-xs">
                {keys.map((key, index) => (
                  <span key={key} className="flex items-center gap-1.5">
                    {index > 0 && t("or")}
                    <kbd className="grid h-6 min-w-6 place-items-center rounded-md border border-border bg-muted px-1.5 font-sans text-foreground">
                      {key}
                    </kbd>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <label className="mt-5 flex items-center gap-2.5 border-border border-t pt-4 text-sm">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => onTurn(event.target.checked)}
            className="size-4 accent-ring"
          />
          {t("on")}
        </label>
      </DialogContent>
    </Dialog>
  );
}
