import { expect, test } from "./fixtures";
import { listPages } from "./page-queries";

// That no page fails at what it reads there is asked of each by addresses.heavy.spec.ts.

test("what each page reads of its address is known", () => {
  const read = Object.fromEntries(listPages().map(({ path, names }) => [path, names]));
  expect(read["/settings/activity"]).toEqual(["before"]);
  expect(read["/settings/security"]).toEqual(["denied", "notice", "provider"]);
  expect(read["/login"]).toEqual(expect.arrayContaining(["code", "field", "min", "next", "notice"]));
  expect(read["/tasks"]).toEqual(
    expect.arrayContaining(["cursor", "due", "priority", "q", "show", "sort", "tag"]),
  );
  expect(read["/admin/audit"]).toEqual(
    expect.arrayContaining(["action", "actor", "cursor", "from", "subject", "to"]),
  );
  expect(read["/admin"]).toEqual(expect.arrayContaining(["cursor", "is_active", "q", "role", "sort"]));
});

test("where files lie, what isn't there is said under a policy, and no picture is made for whoever asks", async ({
  request,
}) => {
  for (const path of ["/_next/nothing", "/_next/static/nothing.js", "/vendor/nothing", "/api-docs/nothing"]) {
    const response = await request.get(path, { headers: { accept: "text/html" } });
    expect(response.status(), path).toBe(404);
    expect(response.headers()["content-security-policy"], path).toContain("default-src 'none'");
  }
  for (const path of ["/_next/image?url=%2Ficon.svg&w=64&q=75", "/_next/image?url=%0Ainjected&w=1&q=1"]) {
    const response = await request.get(path);
    expect([response.status(), (await response.json()).code]).toEqual([404, "NOT_FOUND"]);
  }
});
