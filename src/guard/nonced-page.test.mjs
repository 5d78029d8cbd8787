import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nonceWithSeconds, secondsText } from "../lib/page-blanks.mjs";
import { countSeconds, drawNonce, gzipWith, noncedPage, plainWith } from "./nonced-page.mjs";

const pieces = fc.array(fc.oneof(fc.string(), fc.constant("<script nonce="), fc.constant("…ё")), {
  minLength: 2,
  maxLength: 30,
});

test("each answer is the page as it was made, but for the nonce, plain and compressed", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const [made, other] = [drawNonce(), drawNonce()];
      const page = noncedPage(Buffer.from(parts.join(made)), made);
      if (!page) throw new Error("the page has a nonce");
      expect(plainWith(page, { nonce: other }).toString()).toBe(parts.join(other));
      expect(gunzipSync(gzipWith(page, { nonce: other })).toString()).toBe(parts.join(other));
    }),
  );
});

test("behind a nonce it says for how many seconds a session lasts, plain and compressed", () => {
  const seconds = fc.nat(9_999_999);
  fc.assert(
    fc.property(pieces, seconds, seconds, (parts, before, after) => {
      const [made, nonce] = [drawNonce(), drawNonce()];
      const html = (/** @type {string} */ own, /** @type {number} */ lasts) =>
        `${parts.join(own)}"${nonceWithSeconds(own, lasts)}"${parts.join("…")}`;
      const page = noncedPage(Buffer.from(html(made, before)), made);
      if (!page) throw new Error("the page has a nonce");
      expect(countSeconds(page)).toBe(1);
      const own = { nonce, seconds: secondsText(after) };
      expect(plainWith(page, own).toString()).toBe(html(nonce, after));
      expect(gunzipSync(gzipWith(page, own)).toString()).toBe(html(nonce, after));
    }),
  );
});

test.each(["/123456", "/12345678", "/123456x", "1234567", ""])(
  "what only looks like seconds behind a nonce is left as it is: %s",
  (behind) => {
    const nonce = drawNonce();
    const page = noncedPage(Buffer.from(`"${nonce}${behind}"`), nonce);
    if (!page) throw new Error("the page has a nonce");
    expect(countSeconds(page)).toBe(0);
    expect(plainWith(page, { nonce, seconds: secondsText(5) }).toString()).toBe(`"${nonce}${behind}"`);
  },
);

test("compressed, it holds nothing of the nonce that it was made with, and is hardly larger than by gzip", () => {
  const made = drawNonce();
  const html = Array.from(
    { length: 60 },
    (_, n) => `<script nonce="${made}" src="/a/${n}.js"></script>`,
  ).join("\n");
  const page = noncedPage(Buffer.from(html), made);
  if (!page) throw new Error("the page has a nonce");
  const answer = gzipWith(page, { nonce: drawNonce() });
  expect(answer.includes(made)).toBe(false);
  expect(answer.length).toBeLessThan(html.length / 1.5);
});

test("a page without a nonce isn't one", () => {
  expect(noncedPage(Buffer.from("<html>"), drawNonce())).toBeNull();
});

test("no nonce is drawn twice", () => {
  expect(new Set(Array.from({ length: 10_000 }, drawNonce)).size).toBe(10_000);
});
