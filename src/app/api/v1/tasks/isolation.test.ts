import { beforeAll, expect, test } from "vitest";
import { serveApi } from "@/testing/api-server";
import { type SignedIn, signedIn } from "@/testing/callers";
import { listTasks, makeTag, makeTask, type ToldTask } from "@/testing/tasks";
import { definitionsOf, loadRoutes } from "../../../../../scripts/develop/routes";

// Another person's tasks and tags are ones that aren't there, at every address.

const api = serveApi();
let owner: SignedIn;
let visitor: SignedIn;
let task: ToldTask;
let tag: { id: number };

beforeAll(async () => {
  [owner, visitor] = [await signedIn(api), await signedIn(api, { user: { role: "admin" } })];
  tag = await makeTag(owner.fetch, "mine");
  task = await makeTask(owner.fetch, { title: "mine", tag_ids: [tag.id], recurrence_rule: "FREQ=DAILY" });
});

const TRIED = {
  "/api/v1/tasks/{id}": { GET: undefined, PATCH: { title: "stolen", completed: true }, DELETE: undefined },
  "/api/v1/tasks/{id}/completion": { POST: { completed: true } },
  "/api/v1/tags/{id}": { PATCH: { name: "stolen" }, DELETE: undefined },
};

test("every address of a task or tag by its number is tried here", async () => {
  const withNumber = definitionsOf(await loadRoutes())
    .filter(({ path }) => /^\/api\/v1\/(?:tasks|tags)\/\{/.test(path))
    .map(({ path, endpoints }) => [path, Object.keys(endpoints).sort()]);
  const tried = Object.entries(TRIED).map(([path, methods]) => [path, Object.keys(methods).sort()]);
  expect(withNumber.sort()).toEqual(tried.sort());
});

test.each(
  Object.entries(TRIED).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, json]) => [method, path, json] as const),
  ),
)("%s %s: another person's is not found, and is as it was", async (method, path, json) => {
  const id = path.includes("tags") ? tag.id : task.id;
  const theirs = await visitor.fetch(path.replace("{id}", String(id)), { json, method });
  await expect(theirs).toFailWith("NOT_FOUND");
  const nobodys = await visitor.fetch(path.replace("{id}", "2000000000"), { json, method });
  const body = (problem: Record<string, unknown>) => ({ ...problem, trace_id: "" });
  expect(body(await theirs.json())).toEqual(body(await nobodys.json()));
  expect((await listTasks(owner.fetch)).items).toEqual([task]);
});

test("lists have nobody else's", async () => {
  expect((await listTasks(visitor.fetch, "q=mine")).items).toEqual([]);
  expect((await listTasks(visitor.fetch, `tag_id=${tag.id}`)).items).toEqual([]);
  expect((await (await visitor.fetch("/api/v1/tags")).json()).items).toEqual([]);
});

test("a cursor of somebody else's list shows only one's own", async () => {
  await makeTask(owner.fetch, { title: "another" });
  const { next_cursor } = await listTasks(owner.fetch, "limit=1");
  expect((await listTasks(visitor.fetch, `cursor=${next_cursor}`)).items).toEqual([]);
});

test("another person's tag can't be put on a task of one's own", async () => {
  const answer = await visitor.fetch("/api/v1/tasks", { json: { title: "x", tag_ids: [tag.id] } });
  await expect(answer).toFailWith("VALIDATION_ERROR", { field: "tag_ids" });
  const own = await makeTask(visitor.fetch);
  const change = { method: "PATCH", json: { tag_ids: [tag.id] } };
  await expect(await visitor.fetch(`/api/v1/tasks/${own.id}`, change)).toFailWith("VALIDATION_ERROR");
});

test("nobody at all is told so", async () => {
  await expect(await api.fetch("/api/v1/tasks")).toFailWith("MISSING_TOKEN");
  await expect(await api.fetch("/api/v1/tags", { json: { name: "x" } })).toFailWith("MISSING_TOKEN");
});
