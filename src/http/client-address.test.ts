import { afterEach, expect, test, vi } from "vitest";
import { setGuarded } from "@/lib/guarded.mjs";
import { clientAddress } from "./client-address";
import { isOwnOrigin } from "./origin";

afterEach(() => {
  vi.unstubAllEnvs();
  setGuarded(false);
});

const SENT = new Headers({
  "x-forwarded-for": "6.6.6.6",
  "x-real-ip": "203.0.113.9",
  "x-vercel-forwarded-for": "203.0.113.8",
});

test("on Vercel a caller counts by the address that the platform writes down, each by its own", () => {
  setGuarded(false);
  vi.stubEnv("VERCEL", "1");
  expect(clientAddress(SENT)).toBe("203.0.113.8");
  expect(clientAddress(new Headers({ "x-real-ip": "203.0.113.9" }))).toBe("203.0.113.9");
  expect(clientAddress(new Headers({ "x-forwarded-for": "6.6.6.6" }))).toBeNull();
});

test("anywhere else these headers are anybody's, and count for nothing", () => {
  setGuarded(false);
  expect(clientAddress(SENT)).toBeNull();
  vi.stubEnv("VERCEL", "1");
  setGuarded(true);
  expect(clientAddress(SENT)).toBe("6.6.6.6");
});

test("a preview takes forms from its own address, and from no other of that platform", () => {
  for (const [name, value] of Object.entries({
    VERCEL: "1",
    VERCEL_ENV: "preview",
    VERCEL_URL: "gatehouse-abc123.vercel.app",
  }))
    vi.stubEnv(name, value);
  expect(isOwnOrigin("https://gatehouse-abc123.vercel.app")).toBe(true);
  expect(isOwnOrigin("https://gatehouse-abc124.vercel.app")).toBe(false);
  vi.stubEnv("VERCEL_ENV", "production");
  expect(isOwnOrigin("https://gatehouse-abc123.vercel.app")).toBe(false);
});
