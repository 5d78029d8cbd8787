import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { PHASE_PRODUCTION_SERVER } from "next/constants.js";
import { describe, expect, test, vi } from "vitest";
import { clientAddress } from "@/http/client-address";
import { addTransportSecurity } from "@/http/security-headers";
import { setGuarded } from "@/lib/guarded.mjs";
import { SECURITY_HEADERS, transportSecurity } from "@/lib/security-headers.mjs";
import { resetSettings } from "@/lib/settings";
import configOf from "../../next.config.mjs";
import { normalizeHeaders, trustFrom } from "../guard/headers.mjs";
import { serveApi } from "./api-server";

// What both the guard and the application decide, they decide alike.

const api = serveApi();
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

/** The same problem, said by the guard (to a method that no address answers to) and by an endpoint (to one that it doesn't). */
async function refusedByBoth(headers: Record<string, string>) {
  vi.spyOn(console, "log").mockReturnValue();
  const [guard, app] = await Promise.all(
    ["PROPFIND", "PATCH"].map((method) => api.fetch("/api/v1/health", { method, headers })),
  );
  return { guard: guard as Response, app: app as Response };
}

describe("a problem is said alike", () => {
  test.each([
    ["", "", "en"],
    ["", "la-RU, en", "en"],
    ["", "ru-RU,ru;q=0.9,en;q=0.8", "ru"],
    ["", "en;q=0.5, ru;q=0.7", "ru"],
    ["", "la, ru;q=0", "en"],
    ["", `${"x,".repeat(5_000)}ru`, "en"],
    ["NEXT_LOCALE=ru", "en", "ru"],
    ["NEXT_LOCALE=en; NEXT_LOCALE=ru", "ru", "en"],
    ["NEXT_LOCALE=russian", "en", "en"],
    ["a=NEXT_LOCALE=ru", "en", "en"],
    ["theme=dark;NEXT_LOCALE = ru", "en", "ru"],
  ])("to a cookie “%s” and Accept-Language “%.30s”: in %s", async (cookie, acceptLanguage, locale) => {
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
    const { guard, app } = await refusedByBoth({ cookie, "accept-language": acceptLanguage, traceparent });
    const body = await guard.json();
    expect(body).toEqual(await app.json());
    expect(body).toMatchObject({ code: "METHOD_NOT_ALLOWED", trace_id: TRACE });
    expect(/[а-я]/.test(body.detail)).toBe(locale === "ru");
    for (const name of ["content-type", "cache-control", "x-trace-id"]) {
      expect(guard.headers.get(name)).toBe(app.headers.get(name));
    }
  });

  test.each(["", "nonsense", `ff-${TRACE}-00f067aa0ba902b7-01`, `00-${TRACE}-${"0".repeat(16)}-01`])(
    "to the traceparent “%s”, under an id of its own",
    async (traceparent) => {
      const { guard, app } = await refusedByBoth({ traceparent });
      const ids = [guard.headers.get("x-trace-id"), app.headers.get("x-trace-id")];
      for (const id of ids) expect(id).toMatch(/^(?!4bf92f35)[0-9a-f]{32}$/);
    },
  );
});

test("every answer has the same security headers: files, pages, endpoints, refusals", async () => {
  const nextConfig = await configOf(PHASE_PRODUCTION_SERVER);
  const [{ source, headers } = { source: "", headers: [] }] = (await nextConfig.headers?.()) ?? [];
  expect(source).toBe("/:path*");
  expect(Object.fromEntries(headers.map(({ key, value }) => [key, value]))).toEqual(SECURITY_HEADERS);
  const { guard } = await refusedByBoth({});
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(guard.headers.get(name)).toBe(value);
});

test.each(["https://app.example.com", "http://app.example.com"])(
  "%s is told alike to be kept to",
  (APP_URL) => {
    resetSettings({ APP_URL });
    const headers = new Headers();
    addTransportSecurity(headers);
    expect(headers.get("strict-transport-security")).toBe(transportSecurity(trustFrom({ APP_URL }).proto));
  },
);

test.each([
  ["203.0.113.9", 1],
  ["6.6.6.6, [2001:DB8::1]:443", 1],
  ["::ffff:203.0.113.9, 10.0.0.2", 2],
  ["203.0.113.9:4711", 1],
  ["fe80::1%eth0", 1],
])("a caller behind “%s” has one address, whether the guard is there or not", (forwarded, hops) => {
  const request = new IncomingMessage(new Socket());
  request.headers["x-forwarded-for"] = forwarded;
  normalizeHeaders(request, trustFrom({ TRUSTED_PROXY_HOPS: String(hops) }));
  const normalized = String(request.headers["x-forwarded-for"]);

  resetSettings({ TRUSTED_PROXY_HOPS: String(hops) });
  setGuarded(false);
  expect(clientAddress(new Headers({ "x-forwarded-for": forwarded }))).toBe(normalized);
  setGuarded(true);
  expect(clientAddress(new Headers({ "x-forwarded-for": normalized }))).toBe(normalized);
});
