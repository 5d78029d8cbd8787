import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { paths } from "@/client";
import { isolated } from "@/i18n/isolated";
import { gatehouse } from "../keep-session";
import type { View } from "./query";
import type { NewTask, Task, TaskChange } from "./task";
import { type Outcome, useAsk } from "./use-ask";
import type { useNotices } from "./use-notices";
import { put, useOptimisticList, without } from "./use-optimistic-list";

export type ApiQuery = NonNullable<paths["/api/v1/tasks"]["get"]["parameters"]["query"]>;
export type TaskPage = { items: Task[]; next_cursor: string | null };

type Options = {
  page: TaskPage;
  /** How the API is asked for more of the same. */
  query: ApiQuery;
  view: View;
  /** When the server made the page. */
  renderedAt: string;
  notify: ReturnType<typeof useNotices>["notify"];
};

/** How long a row is seen being done before it goes; the motion in signed-in.css takes as long. */
const LEAVES_AFTER_MS = 700;
const MOST_AT_ONCE = 100;

const shownBefore = new Set<string>();
let nextPlaceholder = -1;

/** The tasks on the page and all that can be done to them, at once here and then by the API. */
export function useTasks({ page, query, view, renderedAt, notify }: Options) {
  const t = useTranslations("tasks.notices");
  const ask = useAsk();
  const list = useOptimisticList(page.items);
  const [cursor, setCursor] = useState(page.next_cursor);
  // Rows that no longer belong to the view stay where they are, unseen, so that undoing brings them back there.
  const [leaving, setLeaving] = useState<ReadonlySet<number>>(new Set());
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());

  // Back in the browser shows the page as the router kept it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is shown
  useEffect(() => {
    if (shownBefore.has(renderedAt)) void reload();
    shownBefore.add(renderedAt);
  }, [renderedAt]);

  function fail(what: string, reason: string, retry: () => void) {
    notify({ kind: "failed", text: `${what} ${reason}`, action: { label: t("retry"), run: retry } });
  }

  async function add(draft: NewTask, { again = false } = {}): Promise<boolean> {
    const placeholder = placeholderOf(draft);
    const outcome = await list.write<Task>({
      expected: (tasks) => [placeholder, ...tasks],
      send: async () => (again && (await findMade(draft))) || ask(() => post(draft)),
      settled: put,
    });
    if (!outcome.ok)
      fail(t("failed.add", { title: isolated(draft.title) }), outcome.reason, () =>
        add(draft, { again: outcome.unknown }),
      );
    return outcome.ok;
  }

  /** Where an answer was lost the task may have been made all the same: it isn't made twice. */
  async function findMade({ title }: NewTask): Promise<Outcome<Task> | null> {
    const newest = { q: title, sort: "-created_at", limit: 1 } as const;
    const found = await ask(() => gatehouse.GET("/api/v1/tasks", { params: { query: newest } }));
    const task = found.ok ? found.answer.items[0] : undefined;
    if (!task || task.title !== title || list.items.some(({ id }) => id === task.id)) return null;
    return Date.parse(task.created_at) >= Date.parse(renderedAt) ? { ok: true, answer: task } : null;
  }

  async function change(task: Task, { expected, body }: { expected: Partial<Task>; body: TaskChange }) {
    const outcome = await list.write<Task>({
      expected: (tasks) => tasks.map((each) => (each.id === task.id ? { ...each, ...expected } : each)),
      send: () => ask(() => patch(task.id, body)),
      settled: put,
    });
    if (!outcome.ok)
      fail(t("failed.change", { title: isolated(task.title) }), outcome.reason, () =>
        change(task, { expected, body }),
      );
  }

  async function complete(task: Task, completed: boolean) {
    const leaves = view !== "all" && (view === "done") !== completed;
    if (leaves) leave(task.id);
    else stay(task.id);
    const retract = notify({
      kind: "done",
      text: completed
        ? t(task.recurrence_rule ? "doneRepeats" : "done", { title: isolated(task.title) })
        : t("reopened", { title: isolated(task.title) }),
      action: { label: t("undo"), run: () => complete({ ...task, completed }, !completed) },
    });
    const seen = new Promise((resolve) => setTimeout(resolve, LEAVES_AFTER_MS));
    const outcome = await list.write<Task>({
      expected: (tasks) => put({ ...(tasks.find(({ id }) => id === task.id) ?? task), completed })(tasks),
      send: () => ask(() => patch(task.id, { completed })),
      settled: put,
    });
    if (!outcome.ok) {
      retract();
      stay(task.id);
      const what = t(completed ? "failed.complete" : "failed.reopen", { title: isolated(task.title) });
      return fail(what, outcome.reason, () => complete(task, completed));
    }
    // The next occurrence came, or went: only the server knows which.
    if (task.recurrence_rule) {
      await seen;
      await reload();
    }
  }

  function leave(id: number) {
    setLeaving((ids) => new Set(ids).add(id));
    setTimeout(() => {
      setLeaving((ids) => {
        if (ids.has(id)) setGone((all) => new Set(all).add(id));
        return minus(ids, id);
      });
    }, LEAVES_AFTER_MS);
  }

  function stay(id: number) {
    setLeaving((ids) => minus(ids, id));
    setGone((ids) => minus(ids, id));
  }

  async function remove(task: Task) {
    const outcome = await list.write({
      expected: without(task.id),
      send: () => ask(() => gatehouse.DELETE("/api/v1/tasks/{id}", at(task.id))),
      settled: () => without(task.id),
    });
    const title = isolated(task.title);
    if (!outcome.ok) return fail(t("failed.delete", { title }), outcome.reason, () => remove(task));
    notify({
      kind: "done",
      text: t("deleted", { title }),
      action: { label: t("undo"), run: () => add(draftOf(task)) },
    });
  }

  function load(cursor?: string, limit = query.limit) {
    return ask(() => gatehouse.GET("/api/v1/tasks", { params: { query: { ...query, cursor, limit } } }));
  }

  /** Tells which task is the first of those that come along, just before it is there. */
  async function loadMore({ onFirst }: { onFirst: (id: number) => void }) {
    if (cursor === null) return;
    const outcome = await load(cursor);
    if (!outcome.ok) return fail(t("failed.load"), outcome.reason, () => loadMore({ onFirst }));
    const { items, next_cursor } = outcome.answer;
    const known = new Set(list.items.map(({ id }) => id));
    const more = items.filter(({ id }) => !known.has(id));
    if (more[0]) onFirst(more[0].id);
    list.setConfirmed((tasks) => [...tasks, ...more]);
    setCursor(next_cursor);
    notify({ kind: "done", text: t("more", { count: more.length }) });
  }

  /** As many as are shown, as they are now. */
  async function reload() {
    const tasks: Task[] = [];
    let next: string | undefined = query.cursor;
    do {
      const outcome = await load(next, MOST_AT_ONCE);
      if (!outcome.ok) return fail(t("failed.load"), outcome.reason, reload);
      tasks.push(...outcome.answer.items);
      next = outcome.answer.next_cursor ?? undefined;
    } while (next !== undefined && tasks.length < list.items.length);
    list.setConfirmed(tasks);
    setCursor(next ?? null);
    setGone(new Set());
  }

  const tasks = list.items.filter(({ id }) => !gone.has(id));
  return { tasks, leaving, cursor, add, change, complete, remove, loadMore };
}

function minus(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  return new Set([...ids].filter((each) => each !== id));
}

function at(id: number) {
  return { params: { path: { id } } };
}

function post(body: NewTask) {
  return gatehouse.POST("/api/v1/tasks", { body });
}

function patch(id: number, body: TaskChange) {
  return gatehouse.PATCH("/api/v1/tasks/{id}", { ...at(id), body });
}

function draftOf({
  title,
  description,
  completed,
  priority,
  due_date,
  recurrence_rule,
  tags,
}: Task): NewTask {
  return {
    title,
    description,
    completed,
    priority,
    due_date,
    recurrence_rule,
    tag_ids: tags.map(({ id }) => id),
  };
}

/** How a task looks that isn't made yet. Its number is no real one, so nothing can be done to it. */
function placeholderOf(draft: NewTask): Task {
  const now = new Date().toISOString();
  return {
    id: nextPlaceholder--,
    title: draft.title,
    description: draft.description ?? null,
    completed: draft.completed ?? false,
    priority: draft.priority ?? "medium",
    due_date: draft.due_date ?? null,
    recurrence_rule: draft.recurrence_rule ?? null,
    tags: [],
    created_at: now,
    updated_at: now,
  };
}
