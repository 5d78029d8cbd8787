"use client";

import { Search, X } from "lucide";
import { type KeyboardEvent, useId, useState } from "react";
import { Dialog, DialogClose, DialogContent, DialogTitle } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import type { Choice, PaletteDialogProps } from "./choice";
import { ChoiceList } from "./choice-list";
import { foundGroups, narrowed, ownGroups } from "./choices";
import { useFound } from "./use-found";

/** A combobox over all that can be reached: the focus stays in the field, arrows and Enter choose. */
export function PaletteDialog(props: PaletteDialogProps) {
  const { strings, onClose } = props;
  const [query, setQuery] = useState("");
  const [marked, setMarked] = useState<string>();
  const id = useId();
  const found = useFound(query, props);
  const answered = foundGroups(found, props);
  const groups = [
    ...narrowed(ownGroups(props), query),
    // Of the answer before, only what is right by these words too.
    ...(found.isBusy ? narrowed(answered, query) : answered),
  ].filter(({ choices }) => choices.length > 0);
  const choices = groups.flatMap((group) => group.choices);
  const current = choices.find(({ key }) => key === marked) ?? choices[0];

  function choose(choice: Choice) {
    onClose();
    choice.run();
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || current === undefined) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) return choose(current);
    setMarked(choices.at((choices.indexOf(current) + step) % choices.length)?.key);
  }

  const idOf = ({ key }: Choice) => `${id}-${key}`;
  const notice = found.isFailed ? strings.failed : choices.length > 0 || found.isBusy ? "" : strings.none;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        aria-describedby={undefined}
        className="top-[8dvh] flex max-h-[min(30rem,84dvh)] max-w-xl translate-y-0 flex-col gap-0 overflow-hidden p-0"
      >
        <DialogTitle className="sr-only">{strings.title}</DialogTitle>
        <div className="flex items-center gap-3 border-border border-b pr-2 pl-4">
          <Icon of={Search} className="size-4.5 text-muted-foreground" />
          <input
            role="combobox"
            aria-label={strings.title}
            aria-expanded={choices.length > 0}
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={current && idOf(current)}
            placeholder={strings.placeholder}
            value={query}
            maxLength={props.longest}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            onChange={({ target }) => {
              setQuery(target.value);
              setMarked(undefined);
            }}
            onKeyDown={press}
            className="h-13 min-w-0 grow bg-transparent text-base outline-hidden placeholder:text-muted-foreground"
          />
          <DialogClose
            aria-label={strings.close}
            className="grid size-9 shrink-0 place-items-center rounded-lg text-muted-foreground hover:bg-accent hover:text-foreground"
          >
            <Icon of={X} />
          </DialogClose>
        </div>
        <ChoiceList
          {...{ id, groups, current, idOf }}
          label={strings.results}
          isBusy={found.isBusy}
          onMark={({ key }) => setMarked(key)}
          onChoose={choose}
        />
        <p role="status" className="px-4 py-6 text-center text-muted-foreground text-sm empty:hidden">
          {notice}
        </p>
      </DialogContent>
    </Dialog>
  );
}
