import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures";

const KIB = 1024;

test("the sign-in page is light", async ({ page }) => {
  const bodies: Promise<{ kind: string; bytes: number }>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    bodies.push(response.body().then((body) => ({ kind, bytes: gzipSync(body, { level: 9 }).byteLength })));
  });
  await page.goto("/login", { waitUntil: "networkidle" });
  const loaded = await Promise.all(bodies);
  const weigh = (kind: string) =>
    loaded.filter((each) => each.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0);
  expect(weigh("script")).toBeGreaterThan(0);
  expect(weigh("script")).toBeLessThanOrEqual(140 * KIB);
  expect(weigh("stylesheet")).toBeGreaterThan(0);
  expect(weigh("stylesheet")).toBeLessThanOrEqual(12 * KIB);
});
