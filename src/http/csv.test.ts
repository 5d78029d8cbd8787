import { expect, it } from "vitest";
import { csvLine } from "./csv";

it.each([
  ["=1+1", `"'=1+1"`],
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
  ["+49 30", `"'+49 30"`],
  ["-1", `"'-1"`],
  ["@SUM(A1)", `"'@SUM(A1)"`],
  ["\t=1", `"'\t=1"`],
  ["\r=1", `"'\r=1"`],
  ["\n=1", `"'\n=1"`],
  ["＝1", `"'＝1"`],
])("a spreadsheet takes %j for text", (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

it.each([
  ["plain-text_1.2:3", "plain-text_1.2:3"],
  ['say "hi"', '"say ""hi"""'],
  ["a,b", '"a,b"'],
  ["a;b", '"a;b"'],
  ["a\r\nb", '"a\r\nb"'],
  ["Ёлка", '"Ёлка"'],
  [null, ""],
  ["", ""],
])("writes %j so that it is read back", (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});
