import type { Task } from "@/domain/tasks/task";
import type { Fetch } from "./callers";

/** A task as the API tells of it. */
export type ToldTask = Omit<Task, "due_date" | "created_at" | "updated_at"> & {
  due_date: string | null;
  created_at: string;
  updated_at: string;
};

type Told<T> = { items: T[]; next_cursor: string | null };

export async function makeTask(fetch: Fetch, fields: Record<string, unknown> = {}): Promise<ToldTask> {
  return told(await fetch("/api/v1/tasks", { json: { title: "Water the plants", ...fields } }), 201);
}

export async function makeTag(
  fetch: Fetch,
  name: string,
): Promise<{ id: number; name: string; color: string }> {
  return told(await fetch("/api/v1/tags", { json: { name } }), 201);
}

export function patch(fetch: Fetch, path: string, json: unknown): Promise<Response> {
  return fetch(path, { method: "PATCH", json });
}

export async function changeTask(fetch: Fetch, id: number, json: unknown): Promise<ToldTask> {
  return told(await patch(fetch, `/api/v1/tasks/${id}`, json), 200);
}

export async function listTasks(fetch: Fetch, query = ""): Promise<Told<ToldTask>> {
  return told(await fetch(`/api/v1/tasks${query && `?${query}`}`), 200);
}

/** Every page of a list, one after the other; `between` is done while the reader holds a cursor. */
export async function walkTasks(fetch: Fetch, query: string, between = async () => {}): Promise<ToldTask[]> {
  const items: ToldTask[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Told<ToldTask> = await listTasks(fetch, cursor ? `${query}&cursor=${cursor}` : query);
    items.push(...page.items);
    cursor = page.next_cursor;
    if (cursor) await between();
  }
  return items;
}

async function told<T>(response: Response, status: number): Promise<T> {
  if (response.status !== status)
    throw new Error(`${response.status} instead of ${status}: ${await response.text()}`);
  return response.json();
}
