import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { reasonOf, secondsUntilRetry } from "./failure";

const RETRY = { attempts: 12, firstSeconds: 5, longestSeconds: 3_600 };

describe("a failed job", () => {
  it("waits twice as long each time, up to the longest, and never quite as long as another", () => {
    for (const [attempts, seconds] of [
      [1, 5],
      [2, 10],
      [5, 80],
      [11, 3_600],
    ] as const) {
      const waits = Array.from({ length: 200 }, () =>
        Number(secondsUntilRetry(RETRY, attempts, new Error("away"))),
      );
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(seconds * 0.5);
      expect(Math.max(...waits)).toBeLessThan(seconds * 1.5);
      expect(new Set(waits).size).toBeGreaterThan(100);
    }
  });

  it("is given up after its last attempt, and at once where its payload is wrong", () => {
    expect(secondsUntilRetry(RETRY, 12, new Error("away"))).toBeNull();
    expect(secondsUntilRetry(RETRY, 1, new ZodError([]))).toBeNull();
  });

  it("says why in a line without secrets", () => {
    const error = Object.assign(new Error(`no answer for ${"5e".repeat(32)} \0`), { code: "ECONNREFUSED" });
    expect(reasonOf(error)).toBe("ECONNREFUSED: no answer for [redacted] ");
    expect(reasonOf("thrown as text")).toBe("thrown as text");
    expect(reasonOf(new TypeError("x".repeat(2_000)))).toHaveLength(500);
    expect(reasonOf(new ZodError([]))).toBe("Its payload is not what this version expects");
  });
});
