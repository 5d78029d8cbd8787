import { expect, test } from "@playwright/test";

test("the product is up and has its database", async ({ request }) => {
  const ready = await request.get("/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toEqual({ status: "ok", checks: { database: "ok", migrations: "ok" } });
});

test("a person who opens the address gets a page, without an error on the console", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page.locator("body")).not.toBeEmpty();
  expect(problems).toEqual([]);
});

test("an unknown address under /api is a problem in JSON, with the trace id of its header", async ({
  request,
}) => {
  const answer = await request.get("/api/v1/no-such-thing");
  expect(answer.status()).toBe(404);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  const problem = await answer.json();
  expect(problem).toMatchObject({ type: "about:blank", status: 404, code: "NOT_FOUND" });
  expect(problem.trace_id).toBe(answer.headers()["x-trace-id"]);
});
