import { beforeEach, expect, test } from "vitest";
import { serveApi } from "@/testing/api-server";
import { inBrowser, postForm, type SignedIn, signedIn } from "@/testing/callers";
import { listTasks, makeTask, type ToldTask } from "@/testing/tasks";

const api = serveApi();
let person: SignedIn;
let task: ToldTask;

beforeEach(async () => {
  person = await signedIn(api);
  task = await makeTask(person.fetch, { title: "Oil the hinges" });
});

const pathOf = ({ id }: { id: number }) => `/api/v1/tasks/${id}/completion`;

test("200: a task is completed, and opened again", async () => {
  for (const completed of [true, true, false]) {
    const response = await person.fetch(pathOf(task), { json: { completed } });
    expect([response.status, await response.json()]).toEqual([
      200,
      { ...task, completed, updated_at: expect.any(String) },
    ]);
  }
});

test("200: a repeating one makes its successor, as a change of it does", async () => {
  const weekly = await makeTask(person.fetch, {
    due_date: "2027-01-04T12:00:00Z",
    recurrence_rule: "FREQ=WEEKLY",
  });
  await person.fetch(pathOf(weekly), { json: { completed: true } });
  const { items } = await listTasks(person.fetch, "completed=false&sort=due_date");
  expect(items.map(({ due_date }) => due_date)).toEqual(["2027-01-11T12:00:00.000Z", null]);
});

test("303: a form without script leads back to the dashboard", async () => {
  const browser = inBrowser(api, person.session);
  const done = await postForm(browser, pathOf(task), { completed: "true" });
  expect([done.status, done.headers.get("location")]).toEqual([303, "/"]);
  expect((await listTasks(person.fetch)).items[0]!.completed).toBe(true);
  const gone = await postForm(browser, pathOf({ id: 2_000_000_000 }), { completed: "true" });
  expect([gone.status, gone.headers.get("location")]).toEqual([303, "/?code=NOT_FOUND"]);
});

test.each([{}, { completed: "true" }, { completed: 1 }, { completed: null }])("422: %j", async (json) => {
  await expect(await person.fetch(pathOf(task), { json })).toFailWith("VALIDATION_ERROR");
});
