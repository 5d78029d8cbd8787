"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Select } from "@/components/form/select";
import { Input, inputStyle } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { PRIORITIES, TASK_LIMITS } from "@/domain/tasks/schema";
import { fromDueDate, toDueDate } from "./due-words";
import { TagDot } from "./tag-chip";
import type { NewTask, Tag, Task } from "./task";
import { REPEATS, useRepeatWords } from "./use-repeat-words";

type Props = {
  /** What the fields begin with. */
  task: Pick<Task, "description" | "priority" | "due_date" | "recurrence_rule" | "tags">;
  tags: Tag[];
  timeZone: string;
  onEditTags: () => void;
};

/** All there is to say of a task but its title. */
export function TaskFields({ task, tags, timeZone, onEditTags }: Props) {
  const t = useTranslations("tasks");
  const repeatWords = useRepeatWords();
  const due = fromDueDate(task.due_date, timeZone);
  const rules = [...new Set([...REPEATS, ...(task.recurrence_rule ? [task.recurrence_rule] : [])])];
  const borne = new Set(task.tags.map(({ id }) => id));
  return (
    <div className="grid gap-4 sm:grid-cols-4">
      <Labelled label={t("fields.day")}>
        {(id) => (
          <Input id={id} type="date" name="day" defaultValue={due.day} min="1970-01-01" max="2200-12-31" />
        )}
      </Labelled>
      <Labelled label={t("fields.time")}>
        {(id) => <Input id={id} type="time" name="time" defaultValue={due.time} />}
      </Labelled>
      <Labelled label={t("fields.priority")}>
        {(id) => (
          <Select id={id} name="priority" defaultValue={task.priority}>
            {PRIORITIES.toReversed().map((priority) => (
              <option key={priority} value={priority}>
                {t(`priorities.${priority}`)}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label={t("fields.repeat")}>
        {(id) => (
          <Select id={id} name="recurrence_rule" defaultValue={task.recurrence_rule ?? ""}>
            <option value="">{t("repeat.none")}</option>
            {rules.map((rule) => (
              <option key={rule} value={rule}>
                {repeatWords(rule)}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label={t("fields.description")} className="sm:col-span-4">
        {(id) => (
          <textarea
            dir="auto"
            id={id}
            name="description"
            rows={2}
            defaultValue={task.description ?? ""}
            maxLength={TASK_LIMITS.description}
            className={`${inputStyle} field-sizing-content h-auto min-h-16 py-2`}
          />
        )}
      </Labelled>
      <fieldset className="sm:col-span-4">
        <legend className="mb-1.5 font-medium text-xs">{t("fields.tags")}</legend>
        <div className="flex flex-wrap items-center gap-1.5">
          {tags.map((tag) => (
            <label
              key={tag.id}
              className="flex min-h-8 max-w-full cursor-pointer items-center gap-2 rounded-full border border-border bg-card px-3 text-sm transition-colors has-checked:border-ring has-focus-visible:outline-2 has-checked:bg-accent has-focus-visible:outline-ring has-focus-visible:outline-offset-2"
            >
              <input
                type="checkbox"
                name="tag_ids"
                value={tag.id}
                defaultChecked={borne.has(tag.id)}
                className="sr-only"
              />
              <TagDot color={tag.color} />{" "}
              <span dir="auto" className="truncate">
                {tag.name}
              </span>
            </label>
          ))}
          {tags.length === 0 && <span className="text-muted-foreground text-sm">{t("fields.noTags")}</span>}
          <button
            type="button"
            onClick={onEditTags}
            className="min-h-8 px-2 text-muted-foreground text-sm underline decoration-input underline-offset-4 hover:text-foreground"
          >
            {t("fields.editTags")}
          </button>
        </div>
      </fieldset>
    </div>
  );
}

/** What a form with these fields says, as the API takes it. */
export function readTask(form: HTMLFormElement, timeZone: string): NewTask {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    title: text("title").trim(),
    description: text("description").trim() || null,
    priority: text("priority") as NewTask["priority"],
    due_date: toDueDate({ day: text("day"), time: text("time"), timeZone }),
    recurrence_rule: text("recurrence_rule") || null,
    tag_ids: data.getAll("tag_ids").map(Number),
  };
}

type LabelledProps = { label: string; className?: string; children: (id: string) => ReactNode };

function Labelled({ label, className = "", children }: LabelledProps) {
  const id = useId();
  return (
    <div className={`min-w-0 ${className}`}>
      <Label htmlFor={id} className="mb-1.5 block text-xs">
        {label}
      </Label>
      {children(id)}
    </div>
  );
}
