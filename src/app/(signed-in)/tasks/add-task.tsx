"use client";

import { ChevronDown, Plus } from "lucide";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TASK_LIMITS } from "@/domain/tasks/schema";
import type { NewTask, Tag, Task } from "./task";
import { readTask, TaskFields } from "./task-fields";

export const NEW_TASK_ID = "new-task";
const DETAILS_ID = "new-task-details";

type Props = {
  /** Defaults for a new task, so that it matches the filters of the list it is added to. */
  preset: Pick<Task, "priority" | "tags">;
  tags: Tag[];
  timeZone: string;
  onAdd: (task: NewTask) => Promise<boolean>;
  onEditTags: () => void;
};

/** Adds a task in one line; further fields are behind a disclosure. */
export function AddTask({ preset, tags, timeZone, onAdd, onEditTags }: Props) {
  const t = useTranslations("tasks.add");
  const [open, setOpen] = useState(false);

  async function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const target = event.currentTarget;
    const title = titleOf(target);
    const task = readTask(target, timeZone);
    title.focus();
    if (task.title === "") return;
    target.reset();
    const added = await onAdd(task);
    // Restore what was typed, unless something new was typed meanwhile.
    if (!added && title.value === "") title.value = task.title;
  }

  return (
    <form
      onSubmit={add}
      className="rounded-xl border border-border bg-card shadow-xs transition-[border-color] focus-within:border-input noscript:hidden print:hidden"
    >
      <div className="flex items-center gap-1 p-2">
        <Icon of={Plus} className="ml-2 size-4.5 text-muted-foreground max-sm:hidden" />
        <input
          id={NEW_TASK_ID}
          dir="auto"
          name="title"
          aria-label={t("label")}
          placeholder={t("placeholder")}
          maxLength={TASK_LIMITS.title}
          autoComplete="off"
          required
          className="h-10 min-w-0 grow text-ellipsis rounded-lg bg-transparent px-2 text-base placeholder:text-muted-foreground focus-visible:outline-hidden sm:text-sm"
        />
        <Button
          type="button"
          variant="ghost"
          aria-expanded={open}
          aria-controls={DETAILS_ID}
          aria-label={t("details")}
          title={t("details")}
          onClick={() => setOpen(!open)}
          className="px-2.5 text-muted-foreground sm:px-3"
        >
          <span className="max-sm:hidden">{t("details")}</span>
          <Icon of={ChevronDown} className={`size-4 transition-transform ${open ? "rotate-180" : ""}`} />
        </Button>
        <Button type="submit">{t("submit")}</Button>
      </div>
      <div id={DETAILS_ID} hidden={!open} className="border-border border-t p-4">
        <TaskFields
          task={{ ...preset, description: null, due_date: null, recurrence_rule: null }}
          tags={tags}
          timeZone={timeZone}
          onEditTags={onEditTags}
        />
      </div>
    </form>
  );
}

function titleOf(form: HTMLFormElement) {
  return form.elements.namedItem("title") as HTMLInputElement;
}
