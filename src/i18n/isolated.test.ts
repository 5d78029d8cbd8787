import { expect, test } from "vitest";
import { isolated } from "./isolated";

test("what is written from right to left is kept to itself in a sentence, and all else is as it was", () => {
  for (const text of ["דניאל", "محمد", "Dana (דנה)"]) expect(isolated(text)).toBe(`\u2068${text}\u2069`);
  for (const text of ["", "Ada Byron", "Тимур", "🌱", "小明"]) expect(isolated(text)).toBe(text);
});
