import { useEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import type { Choice, Group } from "./choice";

type Props = {
  id: string;
  label: string;
  groups: Group[];
  current: Choice | undefined;
  isBusy: boolean;
  idOf: (choice: Choice) => string;
  onMark: (choice: Choice) => void;
  onChoose: (choice: Choice) => void;
};

/** The listbox of a combobox: never focused itself. */
export function ChoiceList({ id, label, groups, current, isBusy, idOf, onMark, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const key = current?.key;

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is marked
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [key]);

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      aria-busy={isBusy}
      hidden={groups.length === 0}
      tabIndex={-1}
      className="min-h-0 overflow-y-auto p-1.5"
    >
      {groups.map(({ name, choices }) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups and no fieldsets
        <div key={name} role="group" aria-label={name}>
          <div aria-hidden="true" className="px-2.5 py-1.5 font-medium text-muted-foreground text-xs">
            {name}
          </div>
          {choices.map((choice) => (
            <button
              type="button"
              key={choice.key}
              id={idOf(choice)}
              role="option"
              aria-selected={choice === current}
              tabIndex={-1}
              onPointerMove={() => choice !== current && onMark(choice)}
              // The focus stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
              className="flex min-h-10 w-full items-center gap-3 rounded-md px-2.5 py-1.5 text-left text-sm aria-selected:bg-accent aria-selected:text-accent-foreground"
            >
              <Icon of={choice.icon} className="size-4 text-muted-foreground" />
              <span dir="auto" className="min-w-0 truncate">
                {choice.label}
              </span>
              <span dir="auto" className="ml-auto max-w-1/2 truncate pl-3 text-muted-foreground text-xs">
                {choice.detail}
              </span>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
