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
