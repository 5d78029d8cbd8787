import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

test("the README shows the very examples", async () => {
  const examples = (await readFile("docs/clients.md", "utf8")).match(/```(?:js|sh|python)\n.*?```/gs) ?? [];
  const readme = await readFile("README.md", "utf8");
  expect(examples).toHaveLength(3);
  for (const example of examples) expect(readme).toContain(example);
});
