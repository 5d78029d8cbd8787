import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { logConsole } from "./console";
import { log } from "./log";

// By another name, since nobody else here is to speak there.
const { console: said } = globalThis;
const original = { ...said };

beforeEach(logConsole);
afterEach(() => {
  Object.assign(said, original);
});

const TOKEN = "0f".repeat(64);

it("what is said on the console is a line of the log, redacted, without colors", () => {
  const info = vi.spyOn(log(), "info").mockImplementation(() => {});
  said.log("\u001b[31mgiven %s\u001b[0m\n", TOKEN, { password: 1 });
  expect(info).toHaveBeenCalledExactlyOnceWith(
    { source: "console", error: undefined },
    expect.stringMatching(/^given \[redacted\]/),
  );
});

it.each(["debug", "info", "warn", "error"] as const)(
  "by its level, here %s, with the error as one",
  (level) => {
    const spy = vi.spyOn(log(), level).mockImplementation(() => {});
    const error = new Error("of its own doing");
    said[level]("it failed:", error, "twice");
    expect(spy).toHaveBeenCalledExactlyOnceWith({ source: "console", error }, "it failed: twice");
  },
);
