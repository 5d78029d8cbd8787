import { type BrowserContext, expect, type Page } from "./fixtures";

// The page of tasks, as its tests speak of it.

export async function make(context: BrowserContext, task: Record<string, unknown>): Promise<{ id: number }> {
  const response = await context.request.post("/api/v1/tasks", { data: task });
  expect(response.status()).toBe(201);
  return response.json();
}

export function row(page: Page, title: string) {
  return page.getByRole("list", { name: "Tasks" }).getByRole("listitem").filter({ hasText: title });
}

export const box = (page: Page, title: string) => row(page, title).getByRole("checkbox");
export const newTask = (page: Page) => page.getByLabel("New task");

/** The day so many days from now where the person lives (UTC unless they have said otherwise). */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
