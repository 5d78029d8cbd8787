import { expect, test } from "vitest";
import { traceIdFrom } from "./trace-id.mjs";

const ID = "4bf92f3577b34da6a3ce929d0e0e4736";

test.each([`00-${ID}-00f067aa0ba902b7-01`, `cc-${ID}-00f067aa0ba902b7-00-what-may-come`])(
  "%s is followed",
  (header) => {
    expect(traceIdFrom(header)).toBe(ID);
  },
);

test.each([
  null,
  "",
  "nonsense",
  `ff-${ID}-00f067aa0ba902b7-01`,
  `00-${"0".repeat(32)}-00f067aa0ba902b7-01`,
  `00-${ID}-${"0".repeat(16)}-01`,
  `00-${ID.toUpperCase()}-00f067aa0ba902b7-01`,
  `00-${ID}-00f067aa0ba902b7-01junk`,
])("%s is not a traceparent: the id is a new one", (header) => {
  const id = traceIdFrom(header);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(id).not.toBe(ID);
});
