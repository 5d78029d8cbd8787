import { ADMINISTRATOR, expect, signIn, test } from "./fixtures";
import { listPages } from "./page-queries";

// Whatever someone types into a URL, the page ignores what it can't read and doesn't fail.

/** Each page by the names that it reads, and whatever stands last in a path. */
const ASKED: Record<string, string[]> = {
  ...Object.fromEntries(listPages().flatMap(({ path, names }) => (names.length > 0 ? [[path, names]] : []))),
  ...Object.fromEntries(
    listPages().flatMap(({ path }) => (path.endsWith("/[id]") ? [[path.replace("[id]", ""), [""]]] : [])),
  ),
  "/": [""],
  "/api/": [""],
  "/api/v1/tasks/": [""],
  "/api/v1/admin/users/": [""],
};

const AT_ONCE = 8;

const GARBAGE = [
  "%00",
  "a%00b",
  "%ff%fe",
  "%ED%A0%80",
  "%",
  "%zz",
  "-1",
  "0",
  "1e9",
  "99999999999999999999",
  "9999-99-99",
  "+275760-09-13",
  "0000-00-00",
  "'--",
  "%25%5f%5c",
  "__proto__",
  "constructor",
  "%F0%9F%94%91",
  "%E2%80%AE",
  "..%2f..%2fetc",
  "W10",
  "bnVsbA",
  "MQ",
  "AAAA",
  "x".repeat(3000),
];

// When part of a page fails after the rest was sent, React leaves a marker in the HTML.
const FAILURE = /data-dgst="(?!NEXT_|BAILOUT)/;

for (const [path, names] of Object.entries(ASKED)) {
  test(`${path} fails at nothing that it is asked`, async ({ context }) => {
    test.setTimeout(90_000);
    if (!["/login", "/register"].includes(path)) await signIn(context, ADMINISTRATOR);
    const addresses = names.flatMap((name) =>
      name === ""
        ? GARBAGE.map((value) => path + value)
        : [...GARBAGE, `&${name}=b`].map((value) => `${path}?${name}=${value}`),
    );
    const failed: [string, number][] = [];
    const ask = async () => {
      for (let address = addresses.pop(); address !== undefined; address = addresses.pop()) {
        const response = await context.request.get(address, { maxRedirects: 0 });
        if (response.status() >= 500 || FAILURE.test(await response.text()))
          failed.push([address.slice(0, 80), response.status()]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    expect(failed).toEqual([]);
  });
}

test("what each page reads of its address is known", () => {
  const read = Object.fromEntries(listPages().map(({ path, names }) => [path, names]));
  expect(read["/settings"]).toEqual(["before", "notice", "provider"]);
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
