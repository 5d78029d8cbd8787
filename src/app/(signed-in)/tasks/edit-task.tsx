"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { TASK_LIMITS } from "@/domain/tasks/schema";
import type { NewTask, Tag, Task } from "./task";
import { readTask, TaskFields } from "./task-fields";

type Props = {
  task: Task;
  tags: Tag[];
  timeZone: string;
  onSave: (task: NewTask) => void;
  onDelete: () => void;
  onCancel: () => void;
  onEditTags: () => void;
};

/** Edits a task in place. */
export function EditTask({ task, tags, timeZone, onSave, onDelete, onCancel, onEditTags }: Props) {
  const t = useTranslations("tasks");
  const title = useRef<HTMLInputElement>(null);

  useEffect(() => title.current?.focus(), []);

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const changed = readTask(event.currentTarget, timeZone);
    if (changed.title !== "") onSave(changed);
  }

  function leave(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onCancel();
  }

  return (
    <form
      onSubmit={save}
      onKeyDown={leave}
      aria-label={t("row.edit", { title: task.title })}
      className="p-4 sm:p-5"
    >
      <Input
        ref={title}
        name="title"
        aria-label={t("fields.title")}
        defaultValue={task.title}
        maxLength={TASK_LIMITS.title}
        autoComplete="off"
        required
        className="mb-4 font-medium"
      />
      <TaskFields task={task} tags={tags} timeZone={timeZone} onEditTags={onEditTags} />
      <div data-actions className="mt-5 flex scroll-mb-60 flex-wrap gap-2">
        <Button type="submit" size="sm">
          {t("row.save")}
        </Button>
        <Button type="button" onClick={onCancel} variant="outline" size="sm">
          {t("row.cancel")}
        </Button>
        <Button type="button" onClick={onDelete} variant="destructive-outline" size="sm" className="ml-auto">
          {t("row.delete")}
        </Button>
      </div>
    </form>
  );
}
