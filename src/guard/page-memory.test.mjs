import { expect, test, vi } from "vitest";
import { PageMemory } from "./page-memory.mjs";

/** @param {string} name @param {number} size */
const page = (name, size = 10) => ({ name, size });

test("a page is made once, however many ask for it at once", async () => {
  const memory = new PageMemory({ entries: 5, bytes: 100 });
  const make = vi.fn(async () => page("a"));
  const answers = await Promise.all(Array.from({ length: 50 }, () => memory.get("a", make)));
  expect(make).toHaveBeenCalledTimes(1);
  expect(new Set(answers).size).toBe(1);
  expect(memory.get("a", make)).toBe(answers[0]);
});

test.each([
  { entries: 3, bytes: 1_000 },
  { entries: 100, bytes: 30 },
])("it never holds more than %o, and lets go what was longest not asked for", async (most) => {
  const memory = new PageMemory(most);
  for (const name of ["a", "b", "c"]) await memory.get(name, async () => page(name));
  memory.get("a", async () => page("a"));
  await memory.get("d", async () => page("d"));
  const again = vi.fn(async () => page("again"));
  expect(memory.get("a", again)).toMatchObject({ name: "a" });
  expect(again).not.toHaveBeenCalled();
  expect(await memory.get("b", again)).toMatchObject({ name: "again" });
});

test("what is older than it may be is made anew", async () => {
  const memory = new PageMemory({ entries: 5, bytes: 100, ageMs: 1_000 });
  await memory.get("a", async () => page("a"));
  const clock = vi.spyOn(performance, "now");
  const now = performance.now();
  const again = async () => page("again");
  clock.mockReturnValue(now + 900);
  expect(memory.get("a", again)).toMatchObject({ name: "a" });
  clock.mockReturnValue(now + 1_100);
  expect(await memory.get("a", again)).toMatchObject({ name: "again" });
  expect(memory.get("a", again)).toMatchObject({ name: "again" });
  clock.mockRestore();
});

test("what is larger than all there is room for is handed out and not kept", async () => {
  const memory = new PageMemory({ entries: 5, bytes: 100 });
  const make = vi.fn(async () => page("huge", 101));
  expect(await memory.get("a", make)).toMatchObject({ name: "huge" });
  await memory.get("a", make);
  expect(make).toHaveBeenCalledTimes(2);
});

test("what was begun before all was dropped is kept for nobody who asks later", async () => {
  const memory = new PageMemory({ entries: 5, bytes: 100 });
  /** @type {(value: { name: string, size: number }) => void} */
  let finish = () => {};
  const before = memory.get("a", () => new Promise((resolve) => (finish = resolve)));
  memory.clear();
  const after = memory.get("a", async () => page("new"));
  finish(page("old"));
  expect(await before).toMatchObject({ name: "old" });
  expect(await after).toMatchObject({ name: "new" });
  expect(memory.get("a", async () => page("other"))).toMatchObject({ name: "new" });
});

test("what couldn't be made is left to Next for a while, not tried for every caller", async () => {
  const memory = new PageMemory({ entries: 5, bytes: 100 });
  const make = vi.fn(async () => {
    throw new Error("away");
  });
  expect(await memory.get("a", make)).toBeNull();
  expect(memory.get("a", make)).toBeNull();
  expect(make).toHaveBeenCalledTimes(1);
});
