import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/pool";
import { serveApi } from "@/testing/api-server";
import { type SignedIn, signedIn } from "@/testing/callers";
import { changeTask, listTasks, makeTag, makeTask, patch } from "@/testing/tasks";

const api = serveApi();
let person: SignedIn;

beforeAll(async () => {
  person = await signedIn(api, { user: { timeZone: "Europe/Berlin" } });
});

/** The open tasks of this title, the next one due first. */
async function openOnes(title: string) {
  const { items } = await listTasks(
    person.fetch,
    `completed=false&sort=due_date&q=${encodeURIComponent(title)}`,
  );
  return items;
}

async function complete(id: number, more = {}) {
  return changeTask(person.fetch, id, { completed: true, ...more });
}

describe("completing a recurring task", () => {
  test("makes the next one as this one is, at the same hour of the person's clock", async () => {
    const tag = await makeTag(person.fetch, "every day");
    const fields = {
      title: "over the change of clocks",
      description: "as ever",
      priority: "high",
      recurrence_rule: "FREQ=DAILY",
      tag_ids: [tag.id],
    };
    const task = await makeTask(person.fetch, { ...fields, due_date: "2026-03-28T08:00:00Z" });
    expect(await complete(task.id)).toMatchObject({ id: task.id, completed: true, due_date: task.due_date });
    expect(await openOnes(fields.title)).toEqual([
      {
        ...task,
        id: expect.any(Number),
        due_date: "2026-03-29T07:00:00.000Z",
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
    ]);
  });

  test("reckons with what is said in the same breath", async () => {
    const title = "moved and completed";
    const task = await makeTask(person.fetch, { title: "x", recurrence_rule: "FREQ=DAILY" });
    const tag = await makeTag(person.fetch, "said along with it");
    await complete(task.id, {
      title,
      due_date: "2026-01-31T08:00:00Z",
      recurrence_rule: "FREQ=MONTHLY",
      tag_ids: [tag.id],
    });
    expect(await openOnes(title)).toMatchObject([
      { due_date: "2026-03-31T07:00:00.000Z", recurrence_rule: "FREQ=MONTHLY", tags: [tag] },
    ]);
  });

  test("reckons from now where nothing was due", async () => {
    const title = "whenever";
    const task = await makeTask(person.fetch, { title, recurrence_rule: "FREQ=WEEKLY" });
    await complete(task.id);
    const [next] = await openOnes(title);
    const days = (Date.parse(next?.due_date ?? "") - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
  });

  test("stops where the rule ends", async () => {
    const title = "three times";
    await makeTask(person.fetch, {
      title,
      recurrence_rule: "FREQ=DAILY;COUNT=3",
      due_date: "2026-01-01T08:00:00Z",
    });
    for (let left = 3; left > 0; left--) {
      const [task, ...more] = await openOnes(title);
      expect(more).toEqual([]);
      expect(task?.recurrence_rule).toBe(`FREQ=DAILY;COUNT=${left}`);
      await complete(task?.id ?? 0);
    }
    expect(await openOnes(title)).toEqual([]);
  });

  test("makes nothing where the rule is taken away in the same breath", async () => {
    const title = "the last time";
    const task = await makeTask(person.fetch, { title, recurrence_rule: "FREQ=DAILY" });
    await complete(task.id, { recurrence_rule: null });
    expect(await openOnes(title)).toEqual([]);
  });

  test("makes one, whoever races", async () => {
    const title = "twenty at once";
    const task = await makeTask(person.fetch, {
      title,
      recurrence_rule: "FREQ=DAILY",
      due_date: "2026-01-01T08:00:00Z",
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => complete(task.id)));
    expect(answers.every(({ completed }) => completed)).toBe(true);
    expect(await openOnes(title)).toHaveLength(1);
  });

  test("makes the right one of a task whose due date moves at the same moment", async () => {
    const title = "moved by another hand";
    const task = await makeTask(person.fetch, {
      title,
      recurrence_rule: "FREQ=DAILY",
      due_date: "2026-01-01T08:00:00Z",
    });
    const moves = ["05", "10", "15", "20"].map((day) => ({ due_date: `2026-01-${day}T08:00:00Z` }));
    await Promise.all([
      ...moves.map((move) => changeTask(person.fetch, task.id, move)),
      complete(task.id),
      ...moves.map((move) => changeTask(person.fetch, task.id, move)),
    ]);
    expect(await openOnes(title)).toHaveLength(1);
    expect((await openOnes(title))[0]?.due_date).toMatch(/^2026-01-(?:02|06|11|16|21)T08:00/);
  });

  test("leaves out a tag that is deleted at the same moment", async () => {
    for (let round = 0; round < 10; round++) {
      const tag = await makeTag(person.fetch, `short-lived ${round}`);
      const task = await makeTask(person.fetch, { recurrence_rule: "FREQ=DAILY", tag_ids: [tag.id] });
      const [done, deleted] = await Promise.all([
        patch(person.fetch, `/api/v1/tasks/${task.id}`, { completed: true }),
        person.fetch(`/api/v1/tags/${tag.id}`, { method: "DELETE" }),
      ]);
      expect([done.status, deleted.status]).toEqual([200, 204]);
    }
  });
});

describe("opening it again", () => {
  async function completed(title: string) {
    const task = await makeTask(person.fetch, {
      title,
      recurrence_rule: "FREQ=DAILY;COUNT=5",
      due_date: "2026-01-01T08:00:00Z",
    });
    await complete(task.id);
    return task;
  }

  test("takes the next one back", async () => {
    const title = "undone";
    const task = await completed(title);
    expect(await changeTask(person.fetch, task.id, { completed: false })).toMatchObject({ completed: false });
    expect((await openOnes(title)).map(({ id }) => id)).toEqual([task.id]);
    await complete(task.id);
    expect(await openOnes(title)).toHaveLength(1);
  });

  test.each([
    ["changed", { priority: "high" }],
    ["tagged", { tag_ids: [] }],
    ["completed", { completed: true }],
  ])(
    "leaves the next one where it was %s meanwhile, and completing again makes no other",
    async (how, change) => {
      const title = `undone too late: ${how}`;
      const task = await completed(title);
      const [next] = await openOnes(title);
      await changeTask(person.fetch, next?.id ?? 0, change);
      await changeTask(person.fetch, task.id, { completed: false });
      await complete(task.id);
      const rows =
        await database()`select id from tasks where title = ${title} and recurred_from = ${task.id}`;
      expect(rows.map(({ id }) => id)).toEqual([next?.id]);
    },
  );

  test("asks nothing of the next one when this one is deleted", async () => {
    const title = "outlived";
    const task = await completed(title);
    await person.fetch(`/api/v1/tasks/${task.id}`, { method: "DELETE" });
    expect(await openOnes(title)).toHaveLength(1);
  });
});
