import { expect, test } from "vitest";
import { matching } from "./matching";

const choices = [
  { label: "Settings" },
  { label: "Email", detail: "Settings" },
  { label: "Русский", detail: "Язык" },
  { label: "Zoë Đurić", detail: "zoe@example.com" },
  { label: "Счёт за свет" },
];
const labels = (query: string) => matching(choices, query).map(({ label }) => label);

test("without words everything is offered, in its own order", () => {
  expect(labels("  ")).toEqual(choices.map(({ label }) => label));
});

test.each([
  ["sett", ["Settings", "Email"]],
  ["settings mail", ["Email"]],
  ["ЯЗЫК", ["Русский"]],
  ["zoe", ["Zoë Đurić"]],
  ["счет", ["Счёт за свет"]],
  ["nowhere", []],
])("%j finds %j, whatever the case, the accents and the order of words", (query, found) => {
  expect(labels(query)).toEqual(found);
});
