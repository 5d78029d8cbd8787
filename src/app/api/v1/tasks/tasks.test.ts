import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/pool";
import { serveApi } from "@/testing/api-server";
import { type Fetch, type SignedIn, signedIn } from "@/testing/callers";
import { statementsOf } from "@/testing/statements";
import { changeTask, listTasks, makeTag, makeTask, patch, walkTasks } from "@/testing/tasks";

const api = serveApi();
let person: SignedIn;
let fetch: Fetch;

beforeAll(async () => {
  person = await signedIn(api, { user: { timeZone: "Europe/Berlin" } });
  fetch = person.fetch;
});

describe("a task", () => {
  test("is what was said of it, and for the rest as plain as can be", async () => {
    const task = await makeTask(fetch, { title: "  Buy milk " });
    expect(task).toEqual({
      id: expect.any(Number),
      title: "Buy milk",
      description: null,
      completed: false,
      priority: "medium",
      due_date: null,
      recurrence_rule: null,
      tags: [],
      created_at: expect.stringMatching(/Z$/),
      updated_at: task.created_at,
    });
    expect(await (await fetch(`/api/v1/tasks/${task.id}`)).json()).toEqual(task);
  });

  test("takes every field, and each can be changed alone", async () => {
    const [home, work] = [await makeTag(fetch, "home"), await makeTag(fetch, "work")];
    const task = await makeTask(fetch, {
      title: "Отчёт 🌱",
      description: "two\r\nlines",
      priority: "high",
      due_date: "2027-01-31T12:00:00+03:00",
      recurrence_rule: "rrule:freq=monthly",
      tag_ids: [work.id, home.id, home.id],
    });
    expect(task).toMatchObject({
      title: "Отчёт 🌱",
      description: "two\nlines",
      priority: "high",
      due_date: "2027-01-31T09:00:00.000Z",
      recurrence_rule: "FREQ=MONTHLY",
      tags: [home, work],
    });
    const changes: [object, object][] = [
      [{ title: "Report" }, { title: "Report" }],
      [{ description: " " }, { description: null }],
      [{ priority: "low" }, { priority: "low" }],
      [{ due_date: null }, { due_date: null }],
      [{ recurrence_rule: null }, { recurrence_rule: null }],
      [{ tag_ids: [work.id] }, { tags: [work] }],
      [{ tag_ids: [] }, { tags: [] }],
      [{ completed: true }, { completed: true }],
    ];
    let expected: object = { ...task, updated_at: expect.any(String) };
    for (const [change, effect] of changes) {
      expected = { ...expected, ...effect };
      expect(await changeTask(fetch, task.id, change)).toEqual(expected);
      expect(await (await fetch(`/api/v1/tasks/${task.id}`)).json()).toEqual(expected);
    }
  });

  test("stays as it is where nothing is asked of it", async () => {
    const task = await makeTask(fetch);
    expect(await changeTask(fetch, task.id, {})).toEqual(task);
    expect(await changeTask(fetch, task.id, { id: 1, user_id: 2, created_at: "x" })).toEqual(task);
  });

  test("shows when it was changed last, by a change of its tags too", async () => {
    const task = await makeTask(fetch);
    const changed = await changeTask(fetch, task.id, { tag_ids: [] });
    expect(Date.parse(changed.updated_at)).toBeGreaterThan(Date.parse(task.updated_at));
  });

  test("can be made completed", async () => {
    expect(await makeTask(fetch, { completed: true })).toMatchObject({ completed: true });
  });

  test("is gone when it was deleted, and deleting it again says so", async () => {
    const { id } = await makeTask(fetch, { tag_ids: [(await makeTag(fetch, "gone with it")).id] });
    expect((await fetch(`/api/v1/tasks/${id}`, { method: "DELETE" })).status).toBe(204);
    await expect(await fetch(`/api/v1/tasks/${id}`, { method: "DELETE" })).toFailWith("NOT_FOUND");
    await expect(await fetch(`/api/v1/tasks/${id}`)).toFailWith("NOT_FOUND");
    await expect(await patch(fetch, `/api/v1/tasks/${id}`, { title: "x" })).toFailWith("NOT_FOUND");
    await expect(await patch(fetch, `/api/v1/tasks/${id}`, { completed: true })).toFailWith("NOT_FOUND");
  });

  test.each(["0", "-1", "01", "1.5", "1e3", "2147483648", "99999999999", "x", "%00", "١"])(
    "isn't there at the address %s",
    async (id) => {
      await expect(await fetch(`/api/v1/tasks/${id}`)).toFailWith("NOT_FOUND");
    },
  );
});

describe("422", () => {
  test.each([
    ["title", undefined],
    ["title", null],
    ["title", 7],
    ["title", ""],
    ["title", " \t "],
    ["title", "a\nb"],
    ["title", "a\0b"],
    ["title", "\ud800"],
    ["title", "🌱".repeat(201)],
    ["description", "x".repeat(1001)],
    ["description", "\0"],
    ["completed", "true"],
    ["completed", null],
    ["priority", "urgent"],
    ["priority", null],
    ["due_date", "tomorrow"],
    ["due_date", "2027-01-31"],
    ["due_date", "2027-01-31T12:00:00"],
    ["due_date", "2027-02-30T12:00:00Z"],
    ["due_date", "0999-12-31T12:00:00Z"],
    ["due_date", "1970-01-01T00:00:00+14:00"],
    ["due_date", "2200-12-31T23:59:59-14:00"],
    ["due_date", "9998-12-31T00:00:00Z"],
    ["due_date", 1_800_000_000],
    ["recurrence_rule", 7],
    ["tag_ids", [0]],
    ["tag_ids", ["1"]],
    ["tag_ids", [2 ** 31]],
    ["tag_ids", null],
    ["tag_ids", Array.from({ length: 51 }, (_, index) => index + 1)],
  ])("for the %s %j", async (field, value) => {
    const answer = await fetch("/api/v1/tasks", { json: { title: "x", [field]: value } });
    await expect(answer).toFailWith("VALIDATION_ERROR");
    expect((await answer.clone().json()).field).toMatch(new RegExp(`^${field}`));
  });

  test("for a rule that isn't one, by a code of its own", async () => {
    const made = await fetch("/api/v1/tasks", { json: { title: "x", recurrence_rule: "every day" } });
    await expect(made).toFailWith("INVALID_RECURRENCE_RULE", { field: "recurrence_rule" });
    const { id } = await makeTask(fetch);
    const changed = await patch(fetch, `/api/v1/tasks/${id}`, { recurrence_rule: "FREQ=DAILY;COUNT=0" });
    await expect(changed).toFailWith("INVALID_RECURRENCE_RULE", { field: "recurrence_rule" });
  });

  test("for a tag that isn't there, and then nothing is made or changed", async () => {
    const title = "of a tag that isn't there";
    const answer = await fetch("/api/v1/tasks", { json: { title, tag_ids: [2_000_000_000] } });
    await expect(answer).toFailWith("VALIDATION_ERROR", { field: "tag_ids" });
    expect((await listTasks(fetch, `q=${encodeURIComponent(title)}`)).items).toEqual([]);
    const task = await makeTask(fetch);
    const change = await patch(fetch, `/api/v1/tasks/${task.id}`, { title, tag_ids: [2_000_000_000] });
    await expect(change).toFailWith("VALIDATION_ERROR", { field: "tag_ids" });
    expect((await listTasks(fetch, `q=${encodeURIComponent(title)}`)).items).toEqual([]);
  });

  test.each([
    "completed=yes",
    "completed=",
    "priority=urgent",
    "tag_id=0",
    "tag_id=x",
    "due_before=tomorrow",
    "due_after=2027-01-31",
    "sort=title",
    "sort=-",
    "limit=0",
    "limit=101",
    "limit=ten",
    `q=${"x".repeat(201)}`,
    "q=%00",
    "cursor=",
    "cursor=x",
    `cursor=${encode("created_at 1.1")}`,
    `cursor=${encode("-created_at 9999999999999999999.1")}`,
    `cursor=${encode("-created_at infinity.x")}`,
    `cursor=${encode("-created_at 1.1; drop table tasks")}`,
    `sort=priority&cursor=${encode("priority 4.1")}`,
    `sort=priority&cursor=${encode("due_date 1.1")}`,
  ])("for the query %s", async (query) => {
    const field = query.split("=").at(-2)?.replace(/.*&/, "");
    await expect(await fetch(`/api/v1/tasks?${query}`)).toFailWith("VALIDATION_ERROR", { field });
  });

  test("never for a cursor of the right form, however far it points", async () => {
    for (const place of ["-99999999999999999", "899999999999999999", "infinity"]) {
      for (const sort of ["due_date", "-due_date", "created_at"]) {
        const cursor = encode(`${sort} ${place}.2147483648`);
        expect((await fetch(`/api/v1/tasks?sort=${sort}&cursor=${cursor}`)).status).toBe(200);
      }
    }
  });
});

describe("a list", () => {
  let owner: SignedIn;

  beforeAll(async () => {
    owner = await signedIn(api);
    const tag = await makeTag(owner.fetch, "garden");
    await makeTask(owner.fetch, {
      title: "Полить ЦВЕТЫ",
      tag_ids: [tag.id],
      due_date: "2027-01-01T00:00:00Z",
    });
    await makeTask(owner.fetch, { title: "50%_off\\", priority: "high", due_date: "2027-01-02T00:00:00Z" });
    await makeTask(owner.fetch, { title: "Call", description: "about\nthe INVOICE", priority: "low" });
    await makeTask(owner.fetch, { title: "Done", completed: true, tag_ids: [tag.id] });
  });

  async function titles(query: string) {
    return (await listTasks(owner.fetch, query)).items.map(({ title }) => title).sort();
  }

  test("filters by state, priority, tag and due date, and by all of them together", async () => {
    const { items } = await (await owner.fetch("/api/v1/tags")).json();
    const tag = items[0].id;
    expect(await titles("completed=true")).toEqual(["Done"]);
    expect(await titles("completed=false")).toHaveLength(3);
    expect(await titles("priority=high")).toEqual(["50%_off\\"]);
    expect(await titles(`tag_id=${tag}`)).toEqual(["Done", "Полить ЦВЕТЫ"]);
    expect(await titles("tag_id=2000000000")).toEqual([]);
    expect(await titles("due_before=2027-01-02T00:00:00Z")).toEqual(["Полить ЦВЕТЫ"]);
    expect(await titles("due_after=2027-01-02T00:00:00Z")).toEqual(["50%_off\\"]);
    expect(await titles("due_after=2027-01-01T00:00:00Z&due_before=2027-01-02T00:00:00Z")).toEqual([
      "Полить ЦВЕТЫ",
    ]);
    expect(await titles(`completed=false&priority=medium&tag_id=${tag}&q=ц`)).toEqual(["Полить ЦВЕТЫ"]);
  });

  test.each([
    ["цветы", ["Полить ЦВЕТЫ"]],
    ["ЛИТ", ["Полить ЦВЕТЫ"]],
    ["invoice", ["Call"]],
    ["ll", ["Call"]],
    ["call about", []],
    ["%", ["50%_off\\"]],
    ["_", ["50%_off\\"]],
    ["\\", ["50%_off\\"]],
    ["' or true --", []],
    ["  ", ["50%_off\\", "Call", "Done", "Полить ЦВЕТЫ"]],
  ])("finds %j where it stands, whatever the case", async (q, expected) => {
    expect(await titles(`q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  test("refuses a parameter that is there twice", async () => {
    await expect(await owner.fetch("/api/v1/tasks?q=a&q=b")).toFailWith("MALFORMED_REQUEST");
  });

  test("is the newest first where nothing is said", async () => {
    const { items } = await listTasks(owner.fetch);
    expect(items.map(({ title }) => title)).toEqual(["Done", "Call", "50%_off\\", "Полить ЦВЕТЫ"]);
  });

  test("asks the database once, however many tasks and tags it shows", async () => {
    const statements = await statementsOf(() => listTasks(owner.fetch));
    expect(statements.filter((statement) => statement.includes('from "tasks"'))).toHaveLength(1);
  });
});

describe("pages by cursor", () => {
  const SORTS = ["due_date", "-due_date", "priority", "-priority", "created_at", "-created_at"];
  const DUE = ["2200-12-31T23:59:59.999Z", "2027-01-01T00:00:00Z", "1970-01-01T00:00:00Z", null];
  const PRIORITY = ["low", "medium", "high"];
  let owner: SignedIn;

  beforeAll(async () => {
    owner = await signedIn(api);
    const rows = Array.from({ length: 60 }, (_, index) => ({
      user_id: owner.user.id,
      title: `Task ${index}`,
      priority: PRIORITY[index % 3],
      due_date: DUE[index % 4],
      // Three at a time are of one moment, and the moments are microseconds apart.
      created_at: `2026-01-01T00:00:00.${String(123_400 + Math.floor(index / 3)).padStart(6, "0")}Z`,
    }));
    for (const row of rows) {
      await database()`
        insert into tasks (user_id, title, priority, due_date, created_at)
        values (${row.user_id}, ${row.title}, ${row.priority ?? ""}, ${row.due_date ?? null}::text::timestamptz,
          ${row.created_at}::text::timestamptz)
      `;
    }
  });

  test.each(SORTS)("show each task once in the order of %s, and what was there stays there", async (sort) => {
    const all = (await listTasks(owner.fetch, `limit=100&sort=${sort}`)).items.map(({ id }) => id);
    const walked = await walkTasks(owner.fetch, `limit=7&sort=${sort}`);
    expect(walked.map(({ id }) => id)).toEqual(all);
    expect(walked).toHaveLength(60);
  });

  test.each(SORTS)("show no task twice and miss none while others are made, by %s", async (sort) => {
    const known = new Set((await listTasks(owner.fetch, "limit=100")).items.map(({ id }) => id));
    let made = 0;
    const walked = await walkTasks(owner.fetch, `limit=7&sort=${sort}`, async () => {
      const due_date = DUE[made % 4];
      await makeTask(owner.fetch, { due_date, priority: PRIORITY[made++ % 3] });
    });
    const ids = walked.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => known.has(id))).toHaveLength(known.size);
    await database()`delete from tasks where user_id = ${owner.user.id} and not id = any(${[...known]}::int[])`;
  });

  test("put what has no due date behind all that has one, and turn round with the sign", async () => {
    const ascending = (await walkTasks(owner.fetch, "limit=20&sort=due_date")).map(
      ({ due_date }) => due_date,
    );
    expect(ascending.slice(0, 15).every((due) => due?.startsWith("1970"))).toBe(true);
    expect(ascending.slice(-15)).toEqual(Array(15).fill(null));
    const descending = (await walkTasks(owner.fetch, "limit=20&sort=-due_date")).map(({ id }) => id);
    expect(descending).toEqual(
      (await walkTasks(owner.fetch, "limit=20&sort=due_date")).map(({ id }) => id).reverse(),
    );
  });

  test("end without a cursor, also where the last page is full", async () => {
    expect((await listTasks(owner.fetch, "limit=60")).next_cursor).toBeNull();
    expect((await listTasks(owner.fetch, "limit=59")).next_cursor).not.toBeNull();
  });

  test("keep to the filter", async () => {
    const high = await walkTasks(owner.fetch, "limit=3&priority=high&sort=due_date");
    expect(high).toHaveLength(20);
    expect(high.every(({ priority }) => priority === "high")).toBe(true);
  });
});

function encode(text: string) {
  return Buffer.from(text).toString("base64url");
}
