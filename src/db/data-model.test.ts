import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dataModelPage } from "./data-model";

test("docs/data-model.md is what the tables make (npm run docs:data-model)", () => {
  expect(readFileSync("docs/data-model.md", "utf8")).toBe(dataModelPage());
});
