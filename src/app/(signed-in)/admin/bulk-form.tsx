"use client";

import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type ConfirmationStrings, WriteDialog } from "../confirmed-write";

const BULK = "/api/v1/admin/users/bulk";
const ACTIONS = ["disable", "end_sessions"] as const;

type Action = (typeof ACTIONS)[number];

type Props = {
  /** The page's address, to come back to without script. */
  here: string;
  /** The CSV of all that the list holds; of those that are chosen, with their ids added. */
  exportPath: string;
  /** Whether there are checkboxes in the list. */
  selectable: boolean;
  total: string;
  strings: Record<Action, ConfirmationStrings> &
    Record<"selected" | "done" | "export" | "exportSelected", string>;
  /** The list, with a checkbox named `user.{id}` for each account. */
  children: ReactNode;
};

/** What is done to several accounts at once. A plain form; with script, it asks before, and says how many it was. */
export function BulkForm({ here, exportPath, selectable, total, strings, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [ids, setIds] = useState<string[]>([]);
  const [action, setAction] = useState<Action>("disable");
  const [isAsking, setIsAsking] = useState(false);
  const [done, setDone] = useState("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page of the list has other checkboxes
  useEffect(count, [children]);

  function boxes(): HTMLInputElement[] {
    return [...(form.current?.querySelectorAll<HTMLInputElement>("input[name^='user.']") ?? [])];
  }

  function count() {
    setIds(boxes().flatMap((box) => (box.checked ? [box.name.slice("user.".length)] : [])));
  }

  function change(box: HTMLInputElement) {
    if (box.name === "") for (const each of boxes()) each.checked = box.checked;
    setDone("");
    count();
  }

  function ask(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (ids.length === 0) return;
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    setAction(
      submitter instanceof HTMLButtonElement && submitter.value === "disable" ? "disable" : "end_sessions",
    );
    setIsAsking(true);
  }

  function show(answer: unknown) {
    const { changed } = answer as { changed: number };
    setDone(strings.done.replace("{count}", String(changed)));
    form.current?.reset();
    count();
  }

  const selected = strings.selected.replace("{count}", String(ids.length));
  const download = ids.length === 0 ? exportPath : `${exportPath}&ids=${ids.join()}`;
  return (
    <form
      ref={form}
      method="post"
      action={BULK}
      onSubmit={ask}
      onChange={({ target }) => change(target as unknown as HTMLInputElement)}
    >
      <input type="hidden" name="next" value={here} />
      <div className="flex min-h-14 flex-wrap items-center gap-2.5 border-border border-b px-4 py-2.5 sm:px-5">
        <p role="status" className="mr-auto text-muted-foreground text-sm">
          {ids.length > 0 ? selected : done || total}
        </p>
        {selectable &&
          ACTIONS.map((each) => (
            <Button
              key={each}
              type="submit"
              name="action"
              value={each}
              size="sm"
              variant={each === "disable" ? "destructive-outline" : "outline"}
              className={ids.length === 0 ? "hidden noscript:inline-flex" : ""}
            >
              {strings[each].confirm}
            </Button>
          ))}
        <Button asChild size="sm" variant="outline">
          <a href={download} download>
            {ids.length === 0 ? strings.export : strings.exportSelected}
          </a>
        </Button>
      </div>
      {children}
      <WriteDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        method="POST"
        path={BULK}
        body={{ action, ids }}
        onDone={show}
        strings={{ ...strings[action], body: `${selected}. ${strings[action].body}` }}
      />
    </form>
  );
}
