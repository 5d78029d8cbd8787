"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Link } from "@/components/link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Toaster } from "@/components/ui/sonner";
import { AddTask, NEW_TASK_ID } from "./add-task";
import { EditTask } from "./edit-task";
import { type Emptiness, EmptyList } from "./empty-list";
import type { View } from "./query";
import { ShortcutList } from "./shortcut-list";
import { TagManager } from "./tag-manager";
import type { NewTask, Tag, Task } from "./task";
import { TaskRow } from "./task-row";
import { useNotices } from "./use-notices";
import { useNow } from "./use-now";
import { useShortcuts } from "./use-shortcuts";
import { useTags } from "./use-tags";
import { type ApiQuery, type TaskPage, useTasks } from "./use-tasks";

type Props = {
  page: TaskPage;
  tags: Tag[];
  query: ApiQuery;
  view: View;
  /** Whether filters other than the view are set. */
  filtered: boolean;
  /** Whether the person has any tasks at all. */
  hasAny: boolean;
  renderedAt: string;
  timeZone: string;
  /** Links for browsers without JavaScript: the next page, and the first one unless this is it. */
  links: { more: string | null; first: string | null };
  /** The search and the filters, from the server. */
  children: React.ReactNode;
};

const SEARCH = "input[type=search]";

export function TaskBoard({ page, query, view, renderedAt, timeZone, links, children, ...props }: Props) {
  const t = useTranslations("tasks");
  const { notices, notify, undoLatest } = useNotices();
  const { tags, ...tagWrites } = useTags(props.tags, (text, retry) =>
    notify({ kind: "failed", text, action: { label: t("notices.retry"), run: retry } }),
  );
  const list = useTasks({ page, query, view, renderedAt, notify });
  const now = useNow(renderedAt);
  const [editing, setEditing] = useState<number>();
  const [dialog, setDialog] = useState<"shortcuts" | "tags">();
  const rows = useRef<HTMLUListElement>(null);
  const { tasks } = list;

  const shortcuts = useShortcuts({
    j: (event) => step(event, 1),
    k: (event) => step(event, -1),
    ArrowDown: (event) => current() && step(event, 1),
    ArrowUp: (event) => current() && step(event, -1),
    n: (event) => focus(event, document.getElementById(NEW_TASK_ID)),
    "/": (event) => focus(event, document.querySelector(SEARCH)),
    e: (event) => act(event, (task) => setEditing(task.id)),
    x: (event) => act(event, (task) => list.complete(task, !task.completed)),
    u: undoLatest,
    "?": () => setDialog("shortcuts"),
  });

  /** The row that has the focus. */
  function current(): Task | undefined {
    const row = document.activeElement?.closest("[data-task]");
    return tasks.find(({ id }) => row !== null && String(id) === row?.getAttribute("data-task"));
  }

  function act(event: KeyboardEvent, what: (task: Task) => void) {
    const task = current();
    if (!task || task.id < 0) return;
    event.preventDefault();
    what(task);
  }

  function step(event: KeyboardEvent, by: 1 | -1) {
    event.preventDefault();
    const at = current();
    const next = at ? tasks.indexOf(at) + by : by === 1 ? 0 : tasks.length - 1;
    const task = tasks[next];
    if (task) focusRow(task.id);
  }

  function focusRow(id: number) {
    rows.current?.querySelector<HTMLElement>(`[data-task="${id}"] [data-done]`)?.focus();
  }

  // A row that goes leaves the focus to its neighbour; one that is no longer edited takes it back; more go on from there.
  const focused = useRef<{ id: number; index: number }>(undefined);
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    const at = focused.current;
    if (wanted.current !== undefined && tasks.some(({ id }) => id === wanted.current)) {
      focusRow(wanted.current);
      wanted.current = undefined;
    }
    if (!at || document.activeElement !== document.body) return;
    const next = tasks.find(({ id }) => id === at.id) ?? tasks[Math.min(at.index, tasks.length - 1)];
    if (next) focusRow(next.id);
    else document.getElementById(NEW_TASK_ID)?.focus();
  });

  // Notices lie over the bottom of the page; what saves the row being edited must not be under them.
  const covered = editing !== undefined && notices.length > 0;
  useEffect(() => {
    if (covered) rows.current?.querySelector("[data-actions]")?.scrollIntoView({ block: "nearest" });
  }, [covered]);

  function save(task: Task, { tag_ids: ids = [], ...fields }: NewTask) {
    setEditing(undefined);
    const chosen = tags.filter(({ id }) => ids.includes(id));
    list.change(task, { expected: { ...fields, tags: chosen }, body: { ...fields, tag_ids: ids } });
  }

  async function showMore() {
    await list.loadMore({ onFirst: (id) => (wanted.current = id) });
  }

  const preset = {
    priority: query.priority ?? "medium",
    tags: tags.filter(({ id }) => id === query.tag_id),
  };

  return (
    <>
      <AddTask
        preset={preset}
        tags={tags}
        timeZone={timeZone}
        onAdd={list.add}
        onEditTags={() => setDialog("tags")}
      />
      <Card className="mt-4">
        {children}
        {tasks.length === 0 && <EmptyList why={emptiness({ ...props, view })} />}
        <ul
          ref={rows}
          aria-label={t("list")}
          onFocus={({ target }) => {
            const id = Number(target.closest("[data-task]")?.getAttribute("data-task"));
            focused.current = { id, index: tasks.findIndex((task) => task.id === id) };
          }}
          onBlur={({ relatedTarget }) => {
            if (relatedTarget !== null) focused.current = undefined;
          }}
          className="divide-y divide-border empty:hidden"
        >
          {tasks.map((task) => (
            <li
              key={task.id}
              data-task={task.id}
              data-leaving={list.leaving.has(task.id) || undefined}
              className="task-row grid grid-cols-1"
            >
              <div className="min-h-0 overflow-clip">
                {editing === task.id ? (
                  <EditTask
                    task={task}
                    tags={tags}
                    timeZone={timeZone}
                    onSave={(changed) => save(task, changed)}
                    onDelete={() => {
                      setEditing(undefined);
                      list.remove(task);
                    }}
                    onCancel={() => setEditing(undefined)}
                    onEditTags={() => setDialog("tags")}
                  />
                ) : (
                  <TaskRow
                    task={task}
                    tags={tags}
                    now={now}
                    timeZone={timeZone}
                    onComplete={list.complete}
                    onEdit={({ id }) => setEditing(id)}
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
        {(list.cursor !== null || links.first !== null) && (
          <nav
            aria-label={t("pages.label")}
            className="flex flex-wrap items-center justify-center gap-2 border-border border-t p-3"
          >
            {links.first !== null && (
              <Button asChild variant="ghost" size="sm">
                <Link href={links.first}>{t("pages.first")}</Link>
              </Button>
            )}
            {list.cursor !== null && (
              <Button asChild variant="outline" size="sm">
                <a
                  href={links.more ?? undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    void showMore();
                  }}
                >
                  {t("pages.more")}
                </a>
              </Button>
            )}
          </nav>
        )}
      </Card>
      <button
        type="button"
        onClick={() => setDialog("shortcuts")}
        className="mx-auto mt-4 flex min-h-8 items-center gap-2 rounded-md px-2 text-muted-foreground text-xs hover:text-foreground pointer-coarse:hidden noscript:hidden"
      >
        <kbd className="grid size-5 place-items-center rounded border border-border bg-card font-sans">?</kbd>
        {t("shortcuts.open")}
      </button>
      {covered && <div className="h-60" />}
      <Toaster containerAriaLabel={t("notices.label")} />
      {dialog === "shortcuts" && (
        <ShortcutList on={shortcuts.on} onTurn={shortcuts.turn} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "tags" && (
        <TagManager
          {...tagWrites}
          tags={tags}
          error={notices.findLast(({ kind }) => kind === "failed")?.text}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}

function focus(event: KeyboardEvent, target: Element | null) {
  event.preventDefault();
  if (!(target instanceof HTMLInputElement)) return;
  target.focus();
  target.select();
}

function emptiness({ filtered, hasAny, view }: Pick<Props, "filtered" | "hasAny" | "view">): Emptiness {
  if (filtered) return "noMatch";
  if (view === "done") return "nothingDone";
  return hasAny ? "allDone" : "none";
}
