import { beforeAll, describe, expect, test } from "vitest";
import { serveApi } from "@/testing/api-server";
import { type Fetch, type SignedIn, signedIn } from "@/testing/callers";
import { makeTag, makeTask, patch } from "@/testing/tasks";

const api = serveApi();
let fetch: Fetch;
let visitor: SignedIn;

beforeAll(async () => {
  ({ fetch } = await signedIn(api));
  visitor = await signedIn(api);
});

describe("a tag", () => {
  test("has a name and a colour, and each can be changed alone", async () => {
    const made = await fetch("/api/v1/tags", { json: { name: " дом ", color: "#AABBCC" } });
    expect(made.status).toBe(201);
    const tag = await made.json();
    expect(tag).toEqual({ id: expect.any(Number), name: "дом", color: "#aabbcc" });
    const renamed = await patch(fetch, `/api/v1/tags/${tag.id}`, { name: "Дом" });
    expect(await renamed.json()).toEqual({ ...tag, name: "Дом" });
    const recoloured = await patch(fetch, `/api/v1/tags/${tag.id}`, { color: "#000000" });
    expect(await recoloured.json()).toEqual({ ...tag, name: "Дом", color: "#000000" });
    expect(await (await patch(fetch, `/api/v1/tags/${tag.id}`, {})).json()).toMatchObject({ name: "Дом" });
  });

  test("has a quiet colour where none is said", async () => {
    expect(await makeTag(fetch, "plain")).toMatchObject({ color: "#64748b" });
  });

  test("is gone when it was deleted, and its tasks stay without it", async () => {
    const tag = await makeTag(fetch, "to be deleted");
    const task = await makeTask(fetch, { tag_ids: [tag.id] });
    expect((await fetch(`/api/v1/tags/${tag.id}`, { method: "DELETE" })).status).toBe(204);
    expect(await (await fetch(`/api/v1/tasks/${task.id}`)).json()).toEqual({ ...task, tags: [] });
    await expect(await fetch(`/api/v1/tags/${tag.id}`, { method: "DELETE" })).toFailWith("NOT_FOUND");
    await expect(await patch(fetch, `/api/v1/tags/${tag.id}`, { name: "x" })).toFailWith("NOT_FOUND");
  });

  test("isn't looked at alone: the list has all there is to it", async () => {
    const tag = await makeTag(fetch, "alone");
    await expect(await fetch(`/api/v1/tags/${tag.id}`)).toFailWith("METHOD_NOT_ALLOWED");
  });

  test.each([
    ["name", undefined],
    ["name", 7],
    ["name", " "],
    ["name", "a\nb"],
    ["name", "x".repeat(51)],
    ["color", "red"],
    ["color", "#fff"],
    ["color", "#12345g"],
    ["color", null],
  ])("can't have the %s %j", async (field, value) => {
    const answer = await fetch("/api/v1/tags", { json: { name: "some name", [field]: value } });
    await expect(answer).toFailWith("VALIDATION_ERROR", { field });
  });
});

describe("409", () => {
  test.each([
    ["home", "HOME"],
    ["Быт", "бЫТ"],
    ["Ёлка", "ёлка"],
    ["й", "\u0438\u0306"],
    ["padded", "  padded "],
  ])("for a second %j, also as %j", async (first, second) => {
    await makeTag(fetch, first);
    const again = await fetch("/api/v1/tags", { json: { name: second } });
    await expect(again).toFailWith("TAG_ALREADY_EXISTS", { field: "name" });
    const other = await makeTag(fetch, `not ${first}`);
    const renamed = await patch(fetch, `/api/v1/tags/${other.id}`, { name: second });
    await expect(renamed).toFailWith("TAG_ALREADY_EXISTS", { field: "name" });
    await makeTag(visitor.fetch, second);
  });

  test("for all but one of twenty at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => fetch("/api/v1/tags", { json: { name: "raced for" } })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array(19).fill(409)]);
  });
});

test("the list goes by name, whatever the case, page by page", async () => {
  const { fetch } = await signedIn(api);
  const longest = "🌱".repeat(50);
  for (const name of ["beta", "Alpha", "яблоко", "Груша", "gamma", longest]) await makeTag(fetch, name);
  const names: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await (await fetch(`/api/v1/tags?limit=1${cursor && `&cursor=${cursor}`}`)).json();
    names.push(...page.items.map(({ name }: { name: string }) => name));
    cursor = page.next_cursor;
  }
  expect(names).toEqual(["Alpha", "beta", "gamma", "Груша", "яблоко", longest]);
});

describe("422 VALIDATION_ERROR", () => {
  test.each(["limit=0", "limit=101", "limit=many", "cursor=nonsense"])(
    "for a list asked for with %s",
    async (query) => {
      await expect(fetch(`/api/v1/tags?${query}`)).resolves.toFailWith("VALIDATION_ERROR");
    },
  );

  test.each([{ name: "" }, { name: "x".repeat(51) }, { color: "red" }, { name: 7 }])(
    "for a change to %o",
    async (change) => {
      const { id } = await makeTag(
        fetch,
        `to be changed ${JSON.stringify(change).length} ${Object.keys(change)}`,
      );
      await expect(patch(fetch, `/api/v1/tags/${id}`, change)).resolves.toFailWith("VALIDATION_ERROR");
    },
  );
});
