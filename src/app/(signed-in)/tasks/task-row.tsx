"use client";

import {
  CalendarClock,
  CalendarX2,
  Check,
  ChevronsDown,
  ChevronsUp,
  type IconNode,
  Pencil,
  Repeat,
} from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { capitalized, dueWords } from "./due-words";
import { TagChip } from "./tag-chip";
import type { Tag, Task } from "./task";
import { useRepeatWords } from "./use-repeat-words";

type Props = {
  task: Task;
  tags: Tag[];
  now: number;
  timeZone: string;
  onComplete: (task: Task, completed: boolean) => void;
  onEdit: (task: Task) => void;
};

export const TaskRow = memo(function TaskRow({ task, tags, now, timeZone, onComplete, onEdit }: Props) {
  const t = useTranslations("tasks");
  const { title, completed } = task;
  const isMade = task.id > 0;
  return (
    <div
      aria-busy={!isMade}
      className={`group/row flex gap-3 px-4 py-3 transition-colors hover:bg-accent/40 has-[[data-done]:focus-visible]:bg-accent/60 sm:px-5 ${isMade ? "" : "opacity-60"}`}
    >
      <span className="relative mt-px grid size-6 shrink-0 place-items-center">
        <input
          type="checkbox"
          data-done
          checked={completed}
          disabled={!isMade}
          onChange={(event) => onComplete(task, event.target.checked)}
          aria-label={t(completed ? "row.reopen" : "row.complete", { title })}
          className="peer relative size-5 cursor-pointer appearance-none rounded-full border-2 border-input transition-colors before:absolute before:-inset-3.5 checked:border-ring checked:bg-ring hover:border-ring"
        />
        <Icon
          of={Check}
          className="pointer-events-none absolute size-3.5 scale-50 text-card opacity-0 transition-[scale,opacity] duration-200 peer-checked:scale-100 peer-checked:opacity-100"
        />
      </span>
      <div className="min-w-0 grow">
        <p
          dir="auto"
          className={`wrap-anywhere text-sm leading-6 transition-colors duration-300 ${completed ? "text-muted-foreground line-through decoration-1" : "font-medium"}`}
        >
          {title}
        </p>
        {task.description && (
          <p
            dir="auto"
            className="line-clamp-2 whitespace-pre-line wrap-anywhere text-muted-foreground text-xs"
          >
            {task.description}
          </p>
        )}
        <Facts task={task} tags={tags} now={now} timeZone={timeZone} />
      </div>
      <button
        type="button"
        disabled={!isMade}
        onClick={() => onEdit(task)}
        aria-label={t("row.edit", { title })}
        title={t("row.editShort")}
        className="-my-1 grid size-8 shrink-0 place-items-center rounded-md text-muted-foreground transition-colors hover:bg-accent hover:text-foreground noscript:hidden"
      >
        <Icon of={Pencil} />
      </button>
    </div>
  );
});

/** When, how important, how often, and with which tags; nothing of what goes without saying. */
function Facts({ task, tags, now, timeZone }: Pick<Props, "task" | "tags" | "now" | "timeZone">) {
  const t = useTranslations("tasks");
  const locale = useLocale();
  const repeatWords = useRepeatWords();
  const due = task.due_date === null ? null : new Date(task.due_date);
  const isOverdue = due !== null && !task.completed && due.getTime() < now;
  const words = due && dueWords({ due, now: new Date(now), timeZone, locale });
  const known = task.tags.flatMap(({ id }) => tags.find((tag) => tag.id === id) ?? []);
  const { priority } = task;
  if (due === null && priority === "medium" && !task.recurrence_rule && known.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3.5 gap-y-1 text-muted-foreground text-xs">
      {words !== null && (
        <Fact
          of={isOverdue ? CalendarX2 : CalendarClock}
          className={isOverdue ? "font-medium text-destructive" : ""}
        >
          <span className={isOverdue ? "" : "sr-only"}>{t(isOverdue ? "row.overdue" : "row.due")} </span>
          {/* The browser may know a word that the server writes otherwise. */}
          <time dateTime={task.due_date ?? undefined} suppressHydrationWarning>
            {isOverdue ? words : capitalized(words, locale)}
          </time>
        </Fact>
      )}
      {priority !== "medium" && (
        <Fact
          of={priority === "high" ? ChevronsUp : ChevronsDown}
          className={priority === "high" ? "font-medium text-foreground" : ""}
        >
          <span className="sr-only">{t("row.priority", { priority: "" })}</span>
          {t(`priorities.${priority}`)}
        </Fact>
      )}
      {task.recurrence_rule && <Fact of={Repeat}>{repeatWords(task.recurrence_rule)}</Fact>}
      {known.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
    </div>
  );
}

function Fact({ of, className = "", children }: { of: IconNode; className?: string; children: ReactNode }) {
  return (
    <span className={`flex min-h-6 items-center gap-1.5 ${className}`}>
      <Icon of={of} className="size-3.5" />
      <span>{children}</span>
    </span>
  );
}
