import { Check } from "lucide";
import { useId } from "react";
import { Icon } from "@/components/ui/icon";

export type DueItem = {
  id: number;
  title: string;
  due_date: string;
  /** The same in words. */
  due: string;
  isOverdue: boolean;
  completed: boolean;
};

type Props = { item: DueItem; overdue: string; onComplete: (item: DueItem) => void };

/** A form with one button, so that a task can be ticked off without script, too. */
export function DueRow({ item, overdue, onComplete }: Props) {
  const { title, completed } = item;
  const isOverdue = item.isOverdue && !completed;
  const id = useId();
  return (
    <li>
      <form
        method="post"
        action={`/api/v1/tasks/${item.id}/completion`}
        onSubmit={(event) => {
          event.preventDefault();
          onComplete(item);
        }}
      >
        <input type="hidden" name="completed" value={String(!completed)} />
        <label className="flex cursor-pointer gap-3 px-5 py-2.5 transition-colors hover:bg-accent/40 has-focus-visible:bg-accent/60">
          {/* biome-ignore lint/a11y/useSemanticElements: a checkbox sends no form by itself */}
          <button
            type="submit"
            role="checkbox"
            aria-checked={completed}
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-due`}
            className="group/tick mt-0.5 grid size-5 shrink-0 cursor-pointer place-items-center rounded-full border-2 border-input text-card transition-colors hover:border-ring aria-checked:border-ring aria-checked:bg-ring"
          >
            <Icon
              of={Check}
              className="size-3.5 scale-50 opacity-0 transition-[scale,opacity] duration-200 group-aria-checked/tick:scale-100 group-aria-checked/tick:opacity-100"
            />
          </button>
          <span
            id={`${id}-title`}
            dir="auto"
            className={`min-w-0 grow wrap-anywhere text-sm leading-6 ${completed ? "text-muted-foreground line-through decoration-1" : "font-medium"}`}
          >
            {title}
          </span>
          <span
            id={`${id}-due`}
            className={`max-w-2/5 shrink-0 text-right text-xs leading-6 ${isOverdue ? "font-medium text-destructive" : "text-muted-foreground"}`}
          >
            {isOverdue && <span className="sr-only">{overdue} </span>}
            <time dateTime={item.due_date}>{item.due}</time>
          </span>
        </label>
      </form>
    </li>
  );
}
