import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawNonce, gzipWith, noncedPage, plainWith } from "./nonced-page.mjs";

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
      expect(plainWith(page, other).toString()).toBe(parts.join(other));
      expect(gunzipSync(gzipWith(page, other)).toString()).toBe(parts.join(other));
    }),
  );
});

test("compressed, it holds nothing of the nonce that it was made with, and is hardly larger than by gzip", () => {
  const made = drawNonce();
  const html = Array.from(
    { length: 60 },
    (_, n) => `<script nonce="${made}" src="/a/${n}.js"></script>`,
  ).join("\n");
  const page = noncedPage(Buffer.from(html), made);
  if (!page) throw new Error("the page has a nonce");
  const answer = gzipWith(page, drawNonce());
  expect(answer.includes(made)).toBe(false);
  expect(answer.length).toBeLessThan(html.length / 1.5);
});

test("a page without a nonce isn't one", () => {
  expect(noncedPage(Buffer.from("<html>"), drawNonce())).toBeNull();
});

test("no nonce is drawn twice", () => {
  expect(new Set(Array.from({ length: 10_000 }, drawNonce)).size).toBe(10_000);
});
