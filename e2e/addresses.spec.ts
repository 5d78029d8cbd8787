import { ADMINISTRATOR, expect, signIn, test } from "./fixtures";

// Whatever somebody puts into an address: its page leaves out what it can't read, and doesn't fail.

const ASKED: Record<string, string[]> = {
  "/login": ["next", "problem", "state", "error"],
  "/register": ["next", "problem", "state"],
  "/setup": ["token", "step"],
  "/settings": ["cursor", "notice"],
  "/tasks": ["show", "priority", "tag", "due", "q", "sort", "cursor"],
  "/admin": ["q", "role", "is_active", "sort", "cursor"],
  "/admin/audit": ["actor", "subject", "action", "from", "to", "cursor"],
  "/admin/users/": [""],
  "/": [""],
  "/api/": [""],
  "/api/v1/tasks/": [""],
  "/api/v1/admin/users/": [""],
};

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

// A part of a page that fails after the rest was sent leaves its mark where the script finds it.
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
    for (const address of addresses) {
      const response = await context.request.get(address, { maxRedirects: 0 });
      if (response.status() >= 500 || FAILURE.test(await response.text()))
        failed.push([address.slice(0, 80), response.status()]);
    }
    expect(failed).toEqual([]);
  });
}
